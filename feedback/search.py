"""Full-text search of comments: PostgreSQL's own with a GIN index, SQLite's FTS5.

One meaning on both: every word or "quoted phrase" must be there, in any of its grammatical forms, and the beginning
of a word finds the word; words too common to tell comments apart are passed over. A reference such as C-00123 finds
that comment. One difference stays: in a phrase PostgreSQL takes any common word for any other.
"""

import re
import unicodedata

from django.db import connections
from django.db.models import Q
from django.db.models.expressions import RawSQL

LONGEST = 500  # characters of a query; the rest is not read
BEGINNING = 4  # letters that find a longer word: *bus* is no beginning of business, nor *car* of care
REFERENCE = re.compile(r"(?:c-?)?0*(\d{1,18})", re.IGNORECASE)
TERM = re.compile(r'"([^"]+)"|(\S+)')
WORD = re.compile(r"[^\W_]+")
COMMON_WORDS = """
    a about an and any are as at be been but by can did do for from had has have he her his how i if in into
    is it its me more my no not of on or our she so some such than that the their them then there these they this
    to up was we were what when which who will with would you your
"""
COMMON = frozenset(COMMON_WORDS.split())

# What FTS5 reads as the end of a word, or without its accent, PostgreSQL does not: *cycling/walking* is one word to it.
ENDS = "/.@:;&<>_'’‘“”–—…-"
ACCENTED, PLAIN = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy"
FROM = (ENDS + ACCENTED + ACCENTED.upper()).replace("'", "''")
TO = " " * len(ENDS) + PLAIN + PLAIN
READ = f"translate(text || ' ' || verbatim, '{FROM}', '{TO}')"
STEMS, WORDS = "feedback_comment_search", "feedback_comment_words"


def gin(name, vector):
    """A column of the database alone: an index of the expression has PostgreSQL read every comment again and again."""
    return [
        f"ALTER TABLE feedback_comment ADD COLUMN IF NOT EXISTS {name} tsvector GENERATED ALWAYS AS ({vector}) STORED",
        f"CREATE INDEX IF NOT EXISTS {name}_index ON feedback_comment USING gin ({name})",
    ]


def fts5(table, tokenize):
    add = f"INSERT INTO {table}(rowid, text, verbatim) VALUES (new.id, new.text, new.verbatim);"
    remove = f"INSERT INTO {table}({table}, rowid, text, verbatim) VALUES ('delete', old.id, old.text, old.verbatim);"
    return [
        f"""CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5(
            text, verbatim, content='feedback_comment', content_rowid='id', tokenize='{tokenize}')""",
        f"CREATE TRIGGER IF NOT EXISTS {table}_insert AFTER INSERT ON feedback_comment BEGIN {add} END",
        f"CREATE TRIGGER IF NOT EXISTS {table}_delete AFTER DELETE ON feedback_comment BEGIN {remove} END",
        f"""CREATE TRIGGER IF NOT EXISTS {table}_update AFTER UPDATE OF text, verbatim ON feedback_comment
            BEGIN {remove} {add} END""",
        f"INSERT INTO {table}({table}) VALUES ('rebuild')",
    ]


INDEX = {
    "postgresql": [
        f"DROP INDEX IF EXISTS {STEMS}",  # the one of an expression
        *gin(STEMS, f"to_tsvector('english', {READ})"),
        *gin(WORDS, f"to_tsvector('simple', {READ})"),
    ],
    "sqlite": [*fts5(STEMS, "porter unicode61"), *fts5(WORDS, "unicode61")],
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
    query = query[:LONGEST]
    reference = REFERENCE.fullmatch(query.strip())
    named = Q(pk=int(reference[1])) if reference else Q(pk__in=[])
    found = terms(query)
    return named | MATCHES[connections[using].vendor](found) if found else named


def terms(query):
    """[(word or phrase, whether it may be the beginning of a word), ...], common words left out unless there is
    nothing else. What is quoted is whole."""
    found = {}
    for quoted, word in TERM.findall(without_accents(query)):
        phrase = " ".join(WORD.findall(quoted or word))
        if phrase:
            found[phrase] = not quoted and len(phrase.split()[-1]) >= BEGINNING
    return [term for term in found.items() if term[0].lower() not in COMMON] or list(found.items())


def without_accents(text):
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


def forms(phrase):
    """The plurals that the stemmers miss: to both of them *bus*, *buses* and *busses* are different words."""
    if " " in phrase:
        return [phrase]
    singular = re.sub(r"(?<=\w\w)(?:(?<=s)ses|(?<=[sxzh])es|(?<![su])s)$", "", phrase)
    return [phrase, singular, singular + "s", singular + "es"]


def matches_in_postgresql(found):
    tests, values = [], []
    for phrase, is_beginning in found:
        known = forms(phrase)
        stems = " || ".join("phraseto_tsquery('english', %s)" for _ in known)
        tests.append(f"({STEMS} @@ ({stems}) OR {WORDS} @@ to_tsquery('simple', %s))")
        values += [*known, " <-> ".join(f"'{word}'" for word in phrase.split()) + ":*" * is_beginning]
    return Q(pk__in=RawSQL(f"SELECT id FROM feedback_comment WHERE {' AND '.join(tests)}", values))


def matches_in_sqlite(found):
    """A word in double quotes is only ever a word to FTS5, never one of its operators."""
    ids = " UNION ".join(f"SELECT rowid FROM {table} WHERE {table} MATCH %s" for table in (STEMS, WORDS))
    every = Q()
    for phrase, is_beginning in found:
        stems = " OR ".join(f'"{form}"' for form in forms(phrase))
        every &= Q(pk__in=RawSQL(ids, [stems, f'"{phrase}"' + "*" * is_beginning]))
    return every


MATCHES = {"postgresql": matches_in_postgresql, "sqlite": matches_in_sqlite}
