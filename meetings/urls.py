from django.urls import path

from meetings import views

urlpatterns = [path("meetings/", views.schedule, name="schedule")]
