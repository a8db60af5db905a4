"""The SQL that fetches the same figures and rows as a page, with nothing around it."""

import uuid

from django.db import connection, transaction

from feedback import search

SUMMARY = [
    "SELECT standing, theme_id, kind, COUNT(*) FROM feedback_comment c {where} GROUP BY standing, theme_id, kind",
    """SELECT c.theme_id, m.audience_id, COUNT(*) FROM feedback_comment c JOIN meetings_meeting m ON m.id = c.meeting_id
       {where_and} standing = 'counted' GROUP BY c.theme_id, m.audience_id""",
    """SELECT c.key_point_id, COUNT(*), COUNT(DISTINCT c.meeting_id), COUNT(DISTINCT m.audience_id)
       FROM feedback_comment c JOIN meetings_meeting m ON m.id = c.meeting_id
       {where_and} c.key_point_id IS NOT NULL GROUP BY c.key_point_id""",
    "SELECT DISTINCT stakeholder_id FROM feedback_comment c {where}",
    "SELECT COUNT(*), SUM(attendance), COUNT(attendance) FROM meetings_meeting WHERE ends_on < CURRENT_DATE",
    "SELECT DISTINCT stakeholder_id FROM meetings_meeting_stakeholders",
    "SELECT id, theme_id, text, status FROM themes_keypoint WHERE status <> 'removed'",
]
NARROWED = """WHERE c.meeting_id IN (SELECT id FROM meetings_meeting
              WHERE audience_id = 1 AND ends_on >= '2023-12-01')"""
ROW = """SELECT c.*, m.*, a.name, s.name, t.name, k.text, u.username FROM feedback_comment c
         JOIN meetings_meeting m ON m.id = c.meeting_id JOIN meetings_audience a ON a.id = m.audience_id
         LEFT JOIN meetings_stakeholder s ON s.id = c.stakeholder_id LEFT JOIN themes_theme t ON t.id = c.theme_id
         LEFT JOIN themes_keypoint k ON k.id = c.key_point_id LEFT JOIN auth_user u ON u.id = c.logged_by_id
         {where} ORDER BY c.id DESC LIMIT 50"""
TAGGED = "WHERE c.kind = 'concern' AND c.theme_id = (SELECT id FROM themes_theme WHERE slug = 'good-jobs-and-homes')"
WORDS = {
    "sqlite": f"""WHERE c.id IN (SELECT rowid FROM {search.STEMS}
                  WHERE {search.STEMS} MATCH 'library AND Brinnington')""",
    "postgresql": f"""WHERE c.id IN (SELECT id FROM feedback_comment
                      WHERE {search.STEMS} @@ to_tsquery('english', 'library & Brinnington'))""",
}


def fetch(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
            cursor.fetchall()


def summary(where=""):
    where_and = f"{where} AND" if where else "WHERE"
    fetch(*(statement.format(where=where, where_and=where_and) for statement in SUMMARY))


def rows(where=""):
    fetch(f"SELECT COUNT(*) FROM feedback_comment c {where}", ROW.format(where=where))


def insert():
    columns = "meeting_id, text, verbatim, kind, standing, set_aside_reason, quoted, quoted_by_name, made_up, logged_at"
    columns += ", version"
    values = "1, 'One more comment.', '', 'other', 'counted', '', false, false, false, CURRENT_TIMESTAMP, 1"
    key = uuid.uuid4().hex
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO feedback_comment ({columns}, key) VALUES ({values}, '{key}')")
        cursor.execute(
            f"""INSERT INTO feedback_historicalcomment ({columns}, key, id, history_date, history_type)
                SELECT {columns}, key, id, CURRENT_TIMESTAMP, '+' FROM feedback_comment WHERE key = '{key}'"""
        )


BARE = {
    "themed summary": summary,
    "themed summary, filtered": lambda: summary(NARROWED),
    "comments": rows,
    "comments, filtered": lambda: rows(TAGGED),
    "search": lambda: rows(WORDS[connection.vendor]),
    "save one comment": insert,
}
