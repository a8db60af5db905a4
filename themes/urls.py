from django.urls import path

from themes import views

urlpatterns = [path("summary/", views.summary, name="summary")]
