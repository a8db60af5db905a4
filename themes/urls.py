from django.urls import path

from themes import (
    edition_views,
    file_views,
    point_views,
    report_views,
    response_views,
    spreadsheet_views,
    views,
    voices_views,
)

urlpatterns = [
    path("report.<str:format>", file_views.report_file, name="report_file"),
    path("report/one-page/", file_views.one_page_report, name="one_page_report"),
    path("report/spreadsheet/", spreadsheet_views.make_spreadsheet, name="make_spreadsheet"),
    path("report/spreadsheet/<str:token>/", spreadsheet_views.made_spreadsheet, name="made_spreadsheet"),
    path("report/one-page.pdf", file_views.one_page_file, name="one_page_file"),
    path("summary/", views.summary, name="summary"),
    path("summary/<slug:slug>/", views.theme_summary, name="theme_summary"),
    path("key-points/add/", point_views.add_key_point, name="add_key_point"),
    path("key-points/<int:pk>/", point_views.key_point, name="key_point"),
    path("key-points/<int:pk>/edit/", point_views.edit_key_point, name="edit_key_point"),
    path("key-points/<int:pk>/answer/", response_views.answer_key_point, name="answer_key_point"),
    path("responses/", response_views.responses, name="responses"),
    path("meetings/<int:pk>/letter/", response_views.meeting_letter, name="meeting_letter"),
    path("meetings/<int:pk>/letter.docx", response_views.meeting_letter_in_word, name="meeting_letter_in_word"),
    path("report/", report_views.report, name="report"),
    path("report/text/", report_views.edit_report_text, name="edit_report_text"),
    path("editions/", edition_views.editions, name="editions"),
    path("editions/prepare/", edition_views.prepare_edition, name="prepare_edition"),
    path("editions/<int:number>/", edition_views.edition, name="edition"),
    path("editions/<int:number>.<str:format>", edition_views.edition_file, name="edition_file"),
    path("editions/<int:number>/changes/", edition_views.edition_changes, name="edition_changes"),
    path("editions/<int:number>/approve/", edition_views.approve_edition, name="approve_edition"),
    path("editions/<int:number>/withdraw/", edition_views.withdraw_edition, name="withdraw_edition"),
    path("voices/", voices_views.voices, name="voices"),
]
