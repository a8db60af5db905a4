"""Full-text search of comments: PostgreSQL's own with a GIN index, SQLite's FTS5.

One meaning on both: every word or "quoted phrase" must be there, in any of its grammatical forms; words too
common to tell comments apart are passed over. A reference such as C-00123 finds that comment.
"""

import re

from django.db import connections
from django.db.models import Q
from django.db.models.expressions import RawSQL

REFERENCE = re.compile(r"(?:c-?)?0*(\d{1,18})", re.IGNORECASE)
TERM = re.compile(r'"([^"]+)"|(\S+)')
WORD = re.compile(r"[^\W_]+")
COMMON_WORDS = """
    a about an and any are as at be been but by can did do for from had has have he her his how i if in into
    is it its me more my no not of on or our she so some such than that the their them then there these they this
    to up was we were what when which who will with would you your
"""
COMMON = frozenset(COMMON_WORDS.split())

# Written out twice to the letter: PostgreSQL uses the index only for the expression it was made of.
VECTOR = "to_tsvector('english', text || ' ' || verbatim)"
TABLE = "feedback_comment_search"
ADD = f"INSERT INTO {TABLE}(rowid, text, verbatim) VALUES (new.id, new.text, new.verbatim);"
REMOVE = f"INSERT INTO {TABLE}({TABLE}, rowid, text, verbatim) VALUES ('delete', old.id, old.text, old.verbatim);"
INDEX = {
    "postgresql": [f"CREATE INDEX IF NOT EXISTS {TABLE} ON feedback_comment USING gin ({VECTOR})"],
    "sqlite": [
        f"""CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5(
            text, verbatim, content='feedback_comment', content_rowid='id', tokenize='porter unicode61')""",
        f"CREATE TRIGGER IF NOT EXISTS {TABLE}_insert AFTER INSERT ON feedback_comment BEGIN {ADD} END",
        f"CREATE TRIGGER IF NOT EXISTS {TABLE}_delete AFTER DELETE ON feedback_comment BEGIN {REMOVE} END",
        f"""CREATE TRIGGER IF NOT EXISTS {TABLE}_update AFTER UPDATE OF text, verbatim ON feedback_comment
            BEGIN {REMOVE} {ADD} END""",
        f"INSERT INTO {TABLE}({TABLE}) VALUES ('rebuild')",
    ],
}


def install(using, **signal):
    """After every migration, as SQLite drops a table's triggers whenever a migration remakes the table."""
    connection = connections[using]
    if "feedback_comment" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in INDEX[connection.vendor]:
            cursor.execute(statement)


def matching(query, using):
    """A Q that keeps the comments in which every term of the query is found."""
    reference = REFERENCE.fullmatch(query.strip())
    named = Q(pk=int(reference[1])) if reference else Q(pk__in=[])
    found = terms(query)
    return named | Q(pk__in=IDS[connections[using].vendor](found)) if found else named


def terms(query):
    """The query's words and phrases, common words left out unless there is nothing else."""
    phrases = [" ".join(WORD.findall(quoted or word)) for quoted, word in TERM.findall(query)]
    phrases = [phrase for phrase in phrases if phrase]
    return [phrase for phrase in phrases if phrase.lower() not in COMMON] or phrases


def forms(phrase):
    """The plurals that the stemmers miss: to both of them *bus* and *buses* are different words."""
    if " " in phrase:
        return [phrase]
    singular = re.sub(r"(?<=\w\w)(?:(?<=[sxzh])es|(?<![su])s)$", "", phrase)
    return [phrase, singular, singular + "s", singular + "es"]


def ids_in_postgresql(phrases):
    one = "phraseto_tsquery('english', %s)"
    test = " && ".join("(" + " || ".join(one for _ in forms(phrase)) + ")" for phrase in phrases)
    values = [form for phrase in phrases for form in forms(phrase)]
    return RawSQL(f"SELECT id FROM feedback_comment WHERE {VECTOR} @@ ({test})", values)


def ids_in_sqlite(phrases):
    # A word in double quotes is only ever a word to FTS5, never one of its operators.
    test = " AND ".join("(" + " OR ".join(f'"{form}"' for form in forms(phrase)) + ")" for phrase in phrases)
    return RawSQL(f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s", [test])


IDS = {"postgresql": ids_in_postgresql, "sqlite": ids_in_sqlite}
