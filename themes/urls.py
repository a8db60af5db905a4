from django.urls import path

from themes import point_views, views

urlpatterns = [
    path("summary/", views.summary, name="summary"),
    path("summary/<slug:slug>/", views.theme_summary, name="theme_summary"),
    path("key-points/add/", point_views.add_key_point, name="add_key_point"),
    path("key-points/<int:pk>/", point_views.key_point, name="key_point"),
    path("key-points/<int:pk>/edit/", point_views.edit_key_point, name="edit_key_point"),
    path("key-points/<int:pk>/agree/", point_views.agree_key_point, name="agree_key_point"),
]
