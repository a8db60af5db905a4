from django.urls import path

from feedback import views

urlpatterns = [path("comments/", views.comments, name="comments")]
