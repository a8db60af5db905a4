"""The schedule by month and by week."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from meetings import calendars
from meetings.calendars import month_code, week_code
from tests.factories import make_meeting


def days_of(sheet):
    return {day.date: [meeting.title for meeting in day.meetings] for day in sheet.days if day.meetings}


@given(st.dates())
def test_a_month_is_whole_weeks_around_its_days(day):
    sheet = calendars.month_sheet(day, [])
    within = [each.date for each in sheet.days if each.is_within]
    assert {(each.year, each.month) for each in within} == {(day.year, day.month)}
    assert (within[0].day, len(within)) == (1, (sheet.last - sheet.first).days + 1)
    assert len(sheet.days) % 7 == 0 or day.year in (1, 9999)


@given(st.dates())
def test_a_week_has_its_day(day):
    assert day in [each.date for each in calendars.week_sheet(day, []).days]


@given(st.dates(max_value=date(9999, 11, 30)), st.sampled_from([calendars.month_sheet, calendars.week_sheet]))
def test_the_next_page_leads_back(day, sheet_of):
    sheet = sheet_of(day, [])
    if sheet.next:
        assert sheet_of(sheet_of(sheet.next, []).previous, []).first == sheet.first


@given(st.dates(min_value=date(1, 1, 8)))
def test_a_code_is_read_back(day):
    assert calendars.parse_month(calendars.month_code(day)) == day.replace(day=1)
    assert calendars.parse_week(calendars.week_code(day)) == calendars.monday_of(day)


@given(st.text())
def test_no_text_raises(text):
    assert (calendars.parse_month(text) is None) or len(text) == 7
    assert (calendars.parse_week(text) is None) or "W" in text


@pytest.mark.django_db
class TestPages:
    def page(self, client_for, address, role="officer"):
        return client_for(role).get(address)

    def test_a_meeting_is_on_each_of_its_days(self, client_for):
        make_meeting(title="Forum", starts_on=date(2024, 1, 30), ends_on=date(2024, 2, 1))
        january = self.page(client_for, reverse("month", args=["2024-01"])).context["sheet"]
        assert days_of(january) == {
            date(2024, 1, 30): ["Forum"],
            date(2024, 1, 31): ["Forum"],
            date(2024, 2, 1): ["Forum"],
        }
        week = self.page(client_for, reverse("week", args=["2024-W05"])).context["sheet"]
        assert days_of(week) == days_of(january)

    def test_what_lasts_longer_than_a_week_is_told_once(self, client_for):
        meeting = make_meeting(starts_on=date(2023, 12, 4), ends_on=date(2024, 1, 30))
        sheet = self.page(client_for, reverse("month", args=["2024-01"])).context["sheet"]
        assert (sheet.long, days_of(sheet)) == ([meeting], {})

    def test_a_day_is_in_order_of_time(self, client_for):
        for title, at in (("Late", "19:00"), ("Early", "09:00"), ("Whenever", None)):
            make_meeting(title=title, starts_on=date(2024, 1, 16), starts_at=at)
        sheet = self.page(client_for, reverse("month", args=["2024-01"])).context["sheet"]
        assert days_of(sheet)[date(2024, 1, 16)] == ["Whenever", "Early", "Late"]

    def test_the_schedules_filter_narrows_it_and_goes_along(self, client_for):
        make_meeting(title="Forum", starts_on=date(2024, 1, 16))
        make_meeting(title="Board", starts_on=date(2024, 1, 16))
        page = self.page(client_for, reverse("month", args=["2024-01"]) + "?q=forum")
        assert days_of(page.context["sheet"]) == {date(2024, 1, 16): ["Forum"]}
        assert page.context["links"] == {
            "previous": "/meetings/month/2023-12/?q=forum",
            "next": "/meetings/month/2024-02/?q=forum",
            "today": page.context["links"]["today"],
            "week": "/meetings/week/2024-W01/?q=forum",
            "list": "/meetings/?q=forum",
        }

    def test_the_box_for_a_month_takes_the_filter_along(self, client_for):
        page = self.page(client_for, "/meetings/month/2024-01/?q=forum&state=")
        assert '<input type="hidden" name="q" value="forum">' in page.text

    def test_this_month_and_this_week_lead_to_each_other(self, client_for):
        today = timezone.localdate()
        month, week = f"/meetings/month/{month_code(today)}/", f"/meetings/week/{week_code(today)}/"
        assert self.page(client_for, month).context["links"]["week"] == week
        assert self.page(client_for, week).context["links"]["month"] == month

    def test_an_empty_month_says_so(self, client_for):
        assert "No meeting is on these days." in self.page(client_for, "/meetings/month/2024-01/").content.decode()

    @pytest.mark.parametrize(
        "path", ["month/2024-13/", "month/0000-01/", "week/2024-W60/", "week/2024-05/", "month/x/"]
    )
    def test_what_is_no_month_or_week_is_not_found(self, client_for, path):
        assert self.page(client_for, f"/meetings/{path}").status_code == 404

    @pytest.mark.parametrize("path", ["month/0001-01/", "month/9999-12/", "week/0001-W01/", "week/9999-W52/"])
    def test_the_calendars_ends_are_pages_too(self, client_for, path):
        assert self.page(client_for, f"/meetings/{path}").status_code == 200

    def test_the_box_leads_to_its_month(self, client_for):
        assert self.page(client_for, "/meetings/month/?month=2024-01&q=forum").url == "/meetings/month/2024-01/?q=forum"

    @pytest.mark.parametrize("number", [1, 3])
    def test_a_month_takes_as_many_queries_for_many_as_for_one(self, client_for, number, django_assert_num_queries):
        client = client_for("officer")
        for _ in range(number):
            make_meeting(starts_on=date(2024, 1, 16))
        client.get("/meetings/month/2024-01/")
        with django_assert_num_queries(9):
            client.get("/meetings/month/2024-01/")
