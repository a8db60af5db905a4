"""The sample's files keep the counts and rules that the portal itself keeps."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "stockport2040" / "sample"

CATEGORIES = {
    "Stakeholder meetings": 15,
    "Team Around the Place": 5,
    "Members": 3,
    "Area Committees": 7,
    "Staff and colleagues": 6,
}
AUDIENCES = {
    "Young people",
    "VCFSE",
    "Businesses",
    "Elected members",
    "Health and care",
    "Schools and colleges",
    "Public services",
    "Housing providers",
    "Neighbourhood teams",
    "Equality networks",
    "Council colleagues",
}
POINTS_BY_THEME = {
    "overall-vision": 6,
    "good-jobs-and-homes": 5,
    "best-health-and-care": 4,
    "best-place-to-grow-up": 2,
    "thriving-neighbourhoods": 5,
    "clean-green-transport": 5,
}
KINDS = {"support", "concern", "suggestion", "question", "other"}


def rows(name):
    with open(SAMPLE / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key(meeting):
    return f"{meeting['title']}|{meeting['starts_on']}"


def meetings_by_key():
    return {key(meeting): meeting for meeting in rows("meetings")}


def counted():
    return [comment for comment in rows("comments") if comment["standing"] == "counted"]


def words(text):
    return len(text.split())


def test_every_file_is_utf8_with_unix_line_ends_and_no_stray_spaces():
    for name in ("meetings", "stakeholders", "key_points", "comments"):
        assert b"\r" not in (SAMPLE / f"{name}.csv").read_bytes()
        assert [v for row in rows(name) for v in row.values() if v is None or v != v.strip()] == []


def test_thirty_six_meetings_stand_in_the_order_of_their_categories():
    meetings = rows("meetings")
    assert len(meetings) == 36
    assert list(Counter(m["category"] for m in meetings).items()) == list(CATEGORIES.items())
    assert len(meetings_by_key()) == 36


def test_every_meeting_has_one_day_but_staff_networks():
    undated = [m for m in rows("meetings") if not m["starts_on"]]
    assert [(m["title"], m["date_as_given"], m["ends_on"]) for m in undated] == [("Staff Networks", "TBC", "")]
    assert [m["title"] for m in rows("meetings") if m["starts_on"] != m["ends_on"]] == []


def test_every_day_is_a_weekday_of_the_winter_of_2023_and_2024():
    days = [date.fromisoformat(m["starts_on"]) for m in rows("meetings") if m["starts_on"]]
    assert (min(days), max(days)) == (date(2023, 11, 21), date(2024, 2, 6))
    assert [day for day in days if day.weekday() > 4] == []


def test_odd_dates_keep_what_was_written():
    given = {m["date_as_given"]: m["starts_on"] for m in rows("meetings")}
    assert given["16h January"] == "2024-01-16"
    assert given["05th February"] == "2024-02-05"


def test_area_committees_span_22_to_25_january():
    days = [m["starts_on"] for m in rows("meetings") if m["category"] == "Area Committees"]
    assert (min(days), max(days)) == ("2024-01-22", "2024-01-25")


def test_three_colleague_briefings_are_three_meetings():
    days = [m["starts_on"] for m in rows("meetings") if m["title"] == "All Colleague Briefings"]
    assert days == ["2024-01-24", "2024-01-30", "2024-02-05"]


def test_attendance_is_a_number_or_was_not_recorded():
    recorded = [m["attendance"] for m in rows("meetings") if m["attendance"]]
    assert len(recorded) == 27
    assert [a for a in recorded if not a.isdecimal() or int(a) == 0] == []


def test_leads_are_the_sample_accounts():
    assert Counter(m["lead"] for m in rows("meetings")) == {"officer": 14, "manager": 4, "": 18}


def test_every_audience_is_known_and_heard():
    assert {m["audience"] for m in rows("meetings")} == AUDIENCES
    assert {s["audience"] for s in rows("stakeholders")} == AUDIENCES


def test_stakeholders_are_named_once_and_each_was_met():
    names = [s["name"] for s in rows("stakeholders")]
    met = {name for m in rows("meetings") for name in m["stakeholders"].split(";") if name}
    assert len(names) == 52
    assert sorted(names) == sorted(met)


def test_every_theme_has_its_key_points_in_order():
    points = rows("key_points")
    assert list(Counter(p["theme"] for p in points).items()) == list(POINTS_BY_THEME.items())
    assert [p["ref"] for p in points] == [f"KP-{number:02}" for number in range(1, 28)]
    assert Counter(p["status"] for p in points) == {"agreed": 20, "draft": 7}


def test_every_key_point_is_one_sentence():
    assert [p["ref"] for p in rows("key_points") if not p["text"].startswith("People ")] == []
    assert [p["ref"] for p in rows("key_points") if p["text"].find(".") != len(p["text"]) - 1] == []


def test_the_ledger_of_comments_adds_up():
    standings = Counter(c["standing"] for c in rows("comments"))
    assert standings == {"counted": 185, "reply": 17, "action": 10, "set_aside": 8}
    assert sum(standings.values()) == 220
    assert len([c for c in counted() if c["theme"]]) == 165
    assert len([c for c in counted() if c["key_point"]]) == 110


def test_every_standing_has_every_kind():
    pairs = {(c["standing"], c["kind"]) for c in rows("comments")}
    assert pairs == {(s, kind) for s in ("counted", "reply", "action", "set_aside") for kind in KINDS}


def test_counted_comments_are_spread_unevenly_over_the_themes():
    assert Counter(c["theme"] for c in counted()) == {
        "overall-vision": 34,
        "good-jobs-and-homes": 35,
        "best-health-and-care": 19,
        "best-place-to-grow-up": 14,
        "thriving-neighbourhoods": 31,
        "clean-green-transport": 32,
        "": 20,
    }


def test_comments_have_a_known_theme_or_none():
    assert {c["theme"] for c in rows("comments")} == {*POINTS_BY_THEME, ""}


def test_only_counted_comments_of_its_theme_support_a_key_point():
    themes = {p["ref"]: p["theme"] for p in rows("key_points")}
    linked = [c for c in rows("comments") if c["key_point"]]
    assert [c["text"] for c in linked if c["standing"] != "counted"] == []
    assert [c["text"] for c in linked if c["theme"] != themes[c["key_point"]]] == []


def test_every_key_point_has_one_to_nine_comments():
    evidence = Counter(c["key_point"] for c in counted() if c["key_point"])
    assert sorted(evidence) == [p["ref"] for p in rows("key_points")]
    assert (min(evidence.values()), max(evidence.values())) == (1, 9)


def test_evidence_comes_from_different_meetings():
    comments = Counter(c["key_point"] for c in counted() if c["key_point"])
    pairs = {(c["key_point"], c["meeting"]) for c in counted() if c["key_point"]}
    meetings = Counter(ref for ref, _ in pairs)
    assert {ref: comments[ref] - meetings[ref] for ref in comments if comments[ref] > meetings[ref]} == {
        "KP-07": 1,
        "KP-23": 1,
    }


def test_set_aside_comments_and_no_others_give_a_reason():
    assert [c["text"] for c in rows("comments") if bool(c["set_aside_reason"]) != (c["standing"] == "set_aside")] == []


def test_comments_are_spread_unevenly_over_the_meetings():
    spread = Counter(c["meeting"] for c in rows("comments"))
    assert spread.most_common(3) == [
        ("Youth Summit|2024-02-06", 24),
        ("VCFSE Session|2024-01-12", 20),
        ("Economic Alliance|2023-12-06", 15),
    ]


def test_eight_meetings_have_no_comments():
    heard = {c["meeting"] for c in rows("comments")}
    assert heard - set(meetings_by_key()) == set()
    assert [name for name in meetings_by_key() if name not in heard] == [
        "MDC Board|2023-12-07",
        "Heatons|2023-12-14",
        "Group Leaders|2023-12-21",
        "Cheadle|2024-01-23",
        "Stepping Hill|2024-01-23",
        "Bramhall and Cheadle Hulme|2024-01-25",
        "Senior Leadership Group|2023-12-13",
        "Staff Networks|",
    ]


def test_whoever_spoke_was_at_the_meeting():
    present = {name: m["stakeholders"].split(";") + [""] for name, m in meetings_by_key().items()}
    assert [c["text"] for c in rows("comments") if c["stakeholder"] not in present[c["meeting"]]] == []


def test_comments_are_6_to_60_words_and_none_is_twice_there():
    texts = [c["text"] for c in rows("comments")]
    assert len(set(texts)) == 220
    assert (min(map(words, texts)), max(map(words, texts))) == (6, 58)


def test_about_half_keep_the_words_as_taken_down():
    assert len([c for c in rows("comments") if c["verbatim"]]) == 114


def test_no_comment_holds_a_telephone_number():
    digits = [sum(char.isdigit() for char in c["text"] + c["verbatim"]) for c in rows("comments")]
    assert [count for count in digits if count > 8] == []
