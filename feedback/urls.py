from django.urls import path

from feedback import act_views, log_views, point_views, queue_views, undo_views, views

urlpatterns = [
    path("meetings/<int:pk>/comments/", log_views.log_comments, name="log_comments"),
    path("meetings/<int:pk>/comments/pasted/", log_views.log_pasted, name="log_pasted"),
    path("meetings/<int:pk>/comments/changed/", log_views.changed_comments, name="changed_comments"),
    path("meetings/<int:pk>/draft/", log_views.keep_draft, name="keep_draft"),
    path("keys/", log_views.switch_keys, name="switch_keys"),
    path("comments/", views.comments, name="comments"),
    path("comments/tag/", queue_views.tag_queue, name="tag_queue"),
    path("comments/<int:pk>/", views.comment, name="comment"),
    path("comments/<int:pk>/edit/", views.edit_comment, name="edit_comment"),
    path("comments/<int:pk>/split/", act_views.split_comment, name="split_comment"),
    path("comments/<int:pk>/set-aside/", act_views.set_aside_comment, name="set_aside_comment"),
    path("comments/retag/", act_views.retag_comments, name="retag_comments"),
    path("comments/mark/", act_views.mark_comments, name="mark_comments"),
    path("comments/link/", act_views.link_ticked, name="link_ticked"),
    path("comments/join/", act_views.join_comments, name="join_comments"),
    path("acts/", undo_views.acts, name="acts"),
    path("acts/<int:pk>/undo/", undo_views.undo_act, name="undo"),
    path("acts/<int:pk>/again/", undo_views.do_again, name="do_again"),
    path("key-points/<int:pk>/move/", point_views.move_key_point, name="move_key_point"),
    path("key-points/<int:pk>/link/", point_views.link_comments, name="link_comments"),
    path("key-points/<int:pk>/unlink/", point_views.unlink_comments, name="unlink_comments"),
    path("key-points/<int:pk>/merge/", point_views.merge_key_point, name="merge_key_point"),
    path("key-points/<int:pk>/remove/", point_views.remove_key_point, name="remove_key_point"),
]
