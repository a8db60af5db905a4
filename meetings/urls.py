from django.urls import path

from meetings import calendar_views, edit_views, feed_views, move_views, views

urlpatterns = [
    path("meetings/", views.schedule, name="schedule"),
    path("meetings/<int:pk>/", views.meeting, name="meeting"),
    path("meetings/<int:pk>/attendance/", views.record_attendance, name="record_attendance"),
    path("meetings/add/", edit_views.add_meeting, name="add_meeting"),
    path("meetings/<int:pk>/edit/", edit_views.edit_meeting, name="edit_meeting"),
    path("meetings/<int:pk>/copy/", edit_views.copy_meeting, name="copy_meeting"),
    path("meetings/<int:pk>/repeat/", edit_views.repeat_meeting, name="repeat_meeting"),
    path("meetings/move/", move_views.move_meetings, name="move_meetings"),
    path("meetings/move/confirm/", move_views.confirm_move, name="confirm_move"),
    path("meetings/read-date/", move_views.read_date, name="read_date"),
    path("meetings/month/", calendar_views.this_month, name="this_month"),
    path("meetings/month/<str:month>/", calendar_views.month, name="month"),
    path("meetings/week/<str:week>/", calendar_views.week, name="week"),
    path("meetings/schedule.<str:format>", calendar_views.schedule_file, name="schedule_file"),
    path("meetings/feeds/", feed_views.feeds, name="feeds"),
    path("meetings/feeds/<int:pk>/revoke/", feed_views.revoke_feed, name="revoke_feed"),
    path("calendar/<str:token>.ics", feed_views.feed, name="feed"),
    path("moves/", move_views.moves_made, name="moves"),
    path("moves/<int:pk>/", move_views.move, name="move"),
    path("moves/<int:pk>/undo/", move_views.undo_move, name="undo_move"),
]
