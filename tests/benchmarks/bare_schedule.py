"""The SQL that fetches and writes the same as a page or an act of the schedule, with nothing around it."""

import csv
import io
import uuid
from datetime import date, timedelta

from django.db import connection, transaction

from meetings.changes import WHEN
from meetings.models import Meeting
from tests.benchmarks.bare import fetch
from tests.benchmarks.files import write_book

NEW, CHANGED, MOVED = 350, 50, 300  # meetings: the list of 500 has 100 more that change nothing
NOT_COPIED = {"id", "title"}
COLUMNS = ", ".join(field.column for field in Meeting._meta.concrete_fields if field.column not in NOT_COPIED)
IN_ORDER = """ORDER BY COALESCE(p.position, c.position), COALESCE(p.name, c.name), p.id, c.position, c.name,
              m.starts_on, m.starts_at, m.title, m.id"""
NAMED = """FROM meetings_meeting m JOIN meetings_category c ON c.id = m.category_id
           LEFT JOIN meetings_category p ON p.id = c.parent_id JOIN meetings_audience a ON a.id = m.audience_id
           LEFT JOIN auth_user u ON u.id = m.lead_id"""
CHOICES = [
    "SELECT * FROM meetings_category",
    "SELECT * FROM meetings_audience",
    "SELECT * FROM auth_user WHERE id IN (SELECT lead_id FROM meetings_meeting)",
]
LIST = [
    "SELECT COUNT(*) FROM meetings_meeting",
    f"""SELECT m.*, c.*, p.*, a.*, u.*, (SELECT COUNT(*) FROM feedback_comment o WHERE o.meeting_id = m.id)
        {NAMED} {IN_ORDER} LIMIT 50""",
    """SELECT category_id, MIN(starts_on), MAX(ends_on) FROM meetings_meeting
       WHERE status = 'scheduled' AND starts_on IS NOT NULL GROUP BY category_id""",
    *CHOICES,
]
FILE = f"""SELECT c.name, m.title, m.date_as_given, m.starts_on, m.ends_on, m.starts_at, m.date_as_given, m.status,
           m.venue, u.username, a.name, m.venue, m.attendance {NAMED} {IN_ORDER}"""  # as many columns as ours has
NAMES_OF_FILE = """SELECT t.meeting_id, s.name FROM meetings_meeting_stakeholders t
                   JOIN meetings_stakeholder s ON s.id = t.stakeholder_id ORDER BY s.name"""
FIRST, LAST = (date.today().replace(day=1) + timedelta(days=days) for days in (0, 34))
MONTH = [
    f"""SELECT m.*, u.* FROM meetings_meeting m LEFT JOIN auth_user u ON u.id = m.lead_id
        WHERE starts_on <= '{LAST}' AND ends_on >= '{FIRST}' ORDER BY starts_on, starts_at, title""",
    "SELECT COUNT(*) FROM meetings_meeting WHERE starts_on IS NULL",
    *CHOICES,
]
REVIEW = [
    "SELECT * FROM meetings_meeting",
    "SELECT * FROM meetings_category",
    "SELECT * FROM meetings_audience",
    "SELECT * FROM meetings_stakeholder",
]
TO_COME = "(SELECT id FROM meetings_meeting WHERE starts_on > CURRENT_DATE ORDER BY id LIMIT {})"
MOVING, CHANGING = TO_COME.format(MOVED), TO_COME.format(CHANGED)
PREVIEW = [
    f"SELECT m.*, c.*, a.*, u.* {NAMED} WHERE m.id IN {MOVING}",
    "SELECT * FROM meetings_meeting WHERE starts_on > CURRENT_DATE",
    """SELECT t.meeting_id, s.name FROM meetings_meeting_stakeholders t
       JOIN meetings_stakeholder s ON s.id = t.stakeholder_id JOIN meetings_meeting m ON m.id = t.meeting_id
       WHERE m.starts_on > CURRENT_DATE""",
    "SELECT * FROM meetings_preelectionperiod",
]
LINES = "SELECT * FROM meetings_movedmeeting WHERE move_id = (SELECT MAX(id) FROM meetings_move)"
KEPT = '{"starts_on": "2026-01-05", "ends_on": "2026-01-05", "starts_at": null, "ends_at": null, "status": "scheduled"}'
ADDED = "(SELECT id FROM meetings_meeting WHERE title = 'Bare')"
ADD = f"""INSERT INTO meetings_meeting (title, {COLUMNS})
          SELECT 'Bare', {COLUMNS} FROM meetings_meeting ORDER BY id LIMIT {NEW}"""
REMOVE = [
    f"DELETE FROM {table} WHERE {column} IN {ADDED}"
    for table, column in [
        ("meetings_movedmeeting", "meeting_id"),
        ("meetings_meeting_stakeholders", "meeting_id"),
        ("meetings_meeting", "id"),
    ]
]


def run(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def rows_of_file():
    fetch(NAMES_OF_FILE)
    with connection.cursor() as cursor:
        cursor.execute(FILE)
        return cursor.fetchall()


@transaction.atomic
def save_import():
    fetch(*REVIEW)
    make_move()
    run(ADD)
    keep_lines(ADDED)
    keep_history(ADDED, "+")
    rewrite(CHANGING)
    keep_lines(CHANGING)


@transaction.atomic
def undo_import():
    fetch(LINES)
    rewrite(CHANGING)
    keep_history(ADDED, "-")
    run(*REMOVE)


@transaction.atomic
def move():
    fetch(*PREVIEW)
    make_move()
    keep_lines(MOVING)
    rewrite(MOVING)


@transaction.atomic
def undo_move():
    fetch(LINES)
    rewrite(MOVING)


def make_move():
    run(
        f"""INSERT INTO meetings_move (words, reason, by_id, at, categories, key)
            SELECT 'Bare', '', MIN(id), CURRENT_TIMESTAMP, '[]', '{uuid.uuid4()}' FROM auth_user"""
    )


def keep_lines(ids):
    run(
        f"""INSERT INTO meetings_movedmeeting (move_id, meeting_id, before, after, undone)
            SELECT (SELECT MAX(id) FROM meetings_move), id, '{KEPT}', '{KEPT}', FALSE FROM meetings_meeting
            WHERE id IN {ids}"""
    )


def rewrite(ids):
    columns = ", ".join(f"{name} = {name}" for name in [*sorted(WHEN), "date_as_given", "status"])
    fetch(f"SELECT * FROM meetings_meeting WHERE id IN {ids}")
    run(f"UPDATE meetings_meeting SET {columns}, version = version + 1 WHERE id IN {ids}")
    keep_history(ids, "~")


def keep_history(ids, kind):
    columns = f"id, title, {COLUMNS}"
    run(
        f"""INSERT INTO meetings_historicalmeeting ({columns}, history_date, history_type)
            SELECT {columns}, CURRENT_TIMESTAMP, '{kind}' FROM meetings_meeting WHERE id IN {ids}""",
        f"""INSERT INTO meetings_historicalmeeting_stakeholders (id, history_id, meeting_id, stakeholder_id)
            SELECT t.id, h.newest, t.meeting_id, t.stakeholder_id FROM meetings_meeting_stakeholders t
            JOIN (SELECT id, MAX(history_id) AS newest FROM meetings_historicalmeeting WHERE id IN {ids} GROUP BY id) h
            ON h.id = t.meeting_id""",
    )


BARE = {
    "review a table of 500": lambda: fetch(*REVIEW),
    "review 500 lines": lambda: fetch(*REVIEW),
    "save 500 imported": save_import,
    "undo the import": undo_import,
    "list, its first page": lambda: fetch(*LIST),
    "list as .csv": lambda: csv.writer(io.StringIO()).writerows(rows_of_file()),
    "list as .xlsx": lambda: write_book(rows_of_file()),
    "month": lambda: fetch(*MONTH),
    "preview a move of 300": lambda: fetch(*PREVIEW),
    "move 300": move,
    "undo the move": undo_move,
}
