from django.urls import path

from meetings import views

urlpatterns = [
    path("meetings/", views.schedule, name="schedule"),
    path("meetings/<int:pk>/", views.meeting, name="meeting"),
    path("meetings/<int:pk>/attendance/", views.record_attendance, name="record_attendance"),
]
