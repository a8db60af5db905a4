"""A report as a document: its headings, paragraphs, bullets, tables and pictures in order.

Word and PDF are both set from these blocks, so that neither can leave out what the other says.
"""

from dataclasses import dataclass, field
from itertools import groupby

from meetings.dates import print_day
from themes.exports.charts import Chart, grid_chart, kinds_chart, meetings_chart
from themes.quantifiers import WORDS_NOTE, method_table
from themes.report import ORDERS
from themes.report.shapes import NOT_SHOWN, Point, how_many
from themes.report.texts import people
from themes.sentences import ended

SAMPLE = "The comments here are sample data, made up to show the portal."
DRAFT = "Draft, approved by nobody yet"
CONTENTS = "Contents"
APPENDIX = "Appendix: meetings and forums where engagement took place"


@dataclass(frozen=True)
class Heading:
    level: int  # 1, 2 or 3; the title stands above them
    text: str
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True)
class Paragraph:
    text: str
    style: str = "body"  # or note: smaller; or warning: marked
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True)
class Bullet:
    """One key point with its proof, what the council answers, and what people said in their own words."""

    text: str
    proof: str
    response: str
    quotes: tuple[str, ...]
    kind: str = field(default="bullet", init=False)


@dataclass(frozen=True)
class Table:
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: bool = False  # all columns but the first
    captioned: bool = True  # in sight; False where the heading above says the same
    shares: tuple[float, ...] = (2.4, 1)  # of the width, a column each
    kind: str = field(default="table", init=False)


@dataclass(frozen=True)
class Picture:
    caption: str
    svg: str
    alt: str
    kind: str = field(default="picture", init=False)


def blocks(report):
    """Everything after the title and before the last page, in order; the contents are made from its headings."""
    return [
        *introduction(report),
        *what_changed(report),
        *in_figures(report),
        *key_themes(report),
        *who_was_heard(report),
        *adding_up(report),
        *how_done(report),
        *appendix(report),
    ]


def about(report):
    """Under the title: when it was made, what it is narrowed to, in which order, and that it is made up if it is."""
    narrowed = "; ".join(f"{what}: {words}" for what, words in report.narrowed_to) or "everything logged"
    edition = f"{report.edition}. " if report.edition else f"{DRAFT}. "
    day = print_day(report.made_on).replace(" ", "\N{NO-BREAK SPACE}")
    made = f"Made on {day} from {narrowed}. {ORDERS[report.order]}."
    left_out = f" {report.not_raised_here}" if report.elsewhere else ""
    lines = [Paragraph(edition + made + left_out, "note")]
    return [Paragraph(SAMPLE, "warning"), *lines] if report.has_made_up else lines


def paragraphs(text):
    return [Paragraph(part) for part in text.split("\n") if part.strip()]


def introduction(report):
    found = [*paragraphs(report.introduction), *paragraphs(report.background)]
    return [Heading(1, "Introduction and background"), *found] if found else []


def what_changed(report):
    return [Heading(1, "What changed"), Paragraph(report.changes)] if report.changes else []


def in_figures(report):
    rows = tuple((in_words(what), number) for number, what in six_figures(report))
    table = Table("In figures", ("What", "Number"), rows, numeric=True, captioned=False)
    by_kind = picture(kinds_chart(report)) if report.order == "theme" else []
    return [Heading(1, "In figures"), table, *by_kind, *picture(meetings_chart(report))]


def in_words(what):
    return what[:1].upper() + what[1:]


def six_figures(report):
    """[(number in words, what it counts), ...]"""
    figures = report.figures
    return [
        (f"{figures.meetings_held:,}", "meetings held"),
        (people(figures), "people at them"),
        (f"{figures.organisations:,}", "organisations that came or were heard"),
        (f"{figures.audiences:,}", f"audiences heard, of {len(report.coverage.by_audience.totals):,}"),
        (f"{figures.comments:,}", f"comments counted, of {report.ledger.all:,} logged"),
        (f"{figures.key_points:,}", "key points"),
    ]


def key_themes(report):
    found = [Heading(1, "Summary of the key themes")]
    for audience, sections in groupby(report.sections, key=lambda section: section.audience):
        found += [Heading(2, audience)] if audience else []
        for section in sections:
            found += theme(section, level=3 if audience else 2)
    return found


def theme(section, level):
    counted = how_many(section.comments, "comment")
    if section.comments and section.in_points != NOT_SHOWN:
        counted += f": {section.in_points:,} in key points, {section.not_in_points:,} in none"
    return [Heading(level, section.theme), Paragraph(f"{counted}.", "note"), *map(bullet, section.points)]


def bullet(point: Point):
    proof = f"{point.proof} · draft, not agreed" if point.status == "draft" else point.proof
    return Bullet(point.text, proof, response_in_words(point.response), quotes_in_words(point))


def quotes_in_words(point):
    return tuple(f"“{quote.text}” ({quote.who})" for quote in point.quotes)


def response_in_words(response):
    """*We will: by opening on Sundays. Libraries team, by 3 March 2024.* Empty where there is none."""
    if response is None:
        return ""
    answer = f"{response.answer}: {response.why}" if response.why else response.answer
    by = f"by {print_day(response.due_on)}" if response.due_on else ""
    done = f"done on {print_day(response.done_on)}" if response.done_on else ""
    if not (response.why or response.owner):
        return ended(answer, by, done)
    who_and_when = ended(response.owner, by, done)
    return " ".join(filter(None, [ended(answer), who_and_when[:1].upper() + who_and_when[1:]]))


def who_was_heard(report):
    coverage = report.coverage
    return [
        Heading(1, "Who was heard"),
        *picture(grid_chart(report)),
        grid_table(coverage.by_audience, "Comments by audience and theme, as a table"),
        grid_table(coverage.by_category, "Comments by kind of meeting and theme"),
        *organisations(report),
    ]


def organisations(report):
    rows = tuple((audience, "; ".join(names)) for audience, names in report.organisations)
    caption = "Organisations that came or were heard"
    return [Table(caption, ("Audience", "Organisations"), rows, shares=(1, 3))] if rows else []


def picture(chart: Chart):
    return [Picture(chart.name, chart.svg, chart.alt)] if chart.svg else []


def grid_table(grid, caption):
    """Turned on its side: there are more audiences than a page is wide."""
    rows = [(column.name, *(row.cells[place].printed for row in grid.rows)) for place, column in enumerate(grid.totals)]
    rows.append(("All", *(f"{row.comments:,}" for row in grid.rows)))
    header = (grid.by.capitalize(), *(row.theme for row in grid.rows))
    if grid.has_sums:
        sums = "All", *(column.printed for column in grid.totals), f"{grid.comments:,}"
        header, *rows = [(*row, all_of_it) for row, all_of_it in zip([header, *rows], sums, strict=True)]
    names, *numbers = zip(header, *rows, strict=True)
    first = max(len(word) for name in names for word in name.split()) + EDGES + ROOM
    shares = (first, *(letters(*column) for column in numbers))
    return Table(caption, header, tuple(rows), numeric=True, shares=shares)


NARROW = " ,.fijlrt"  # half as wide as others
EDGES, ROOM = 1, 2  # in letters: beside the words of any column, and for names to stand on one line


def letters(heading, *cells):
    """Wide enough for any cell on one line, for the longest word of its heading, and for that on three lines."""
    longest = max(map(len, heading.split()))
    return max(longest, len(heading) // 3 + 1, *map(width, cells)) + EDGES


def width(cell):
    return len(cell) - sum(letter in NARROW for letter in cell) / 2


def adding_up(report):
    ledger = report.ledger
    rows = [(section.theme, section.comments) for section in themes_in_all(report)]
    rows += [
        ("Not tagged yet", ledger.untagged),
        ("= Counted", ledger.counted),
        ("+ Council replies", ledger.replies),
        ("+ Actions", ledger.actions),
        ("+ Set aside, with a reason", ledger.set_aside),
        ("= All comments logged", ledger.all),
    ]
    table = Table("Where every comment is", ("Where", "Comments"), as_text(rows), numeric=True, captioned=False)
    return [
        Heading(1, "How the comments add up"),
        Paragraph("Every comment is in one row and in one only.", "note"),
        table,
    ]


def themes_in_all(report):
    """The grid's rows are one a theme, whichever order the sections are in."""
    return [row for row in report.coverage.by_audience.rows if row.theme != "Not tagged yet"]


def as_text(rows):
    return tuple((words, f"{number:,}") for words, number in rows)


def how_done(report):
    """With the table by which words of quantity are checked."""
    rows = tuple((in_words(word), in_words(when)) for word, when in method_table())
    return [
        Heading(1, "How this was done"),
        *paragraphs(report.method),
        Table("Which word of quantity is used when", ("Word", "Where the point was raised"), rows, shares=(1, 4)),
        Paragraph(WORDS_NOTE),
        Heading(1, "What this report cannot say"),
        Paragraph(report.limits),
    ]


def appendix(report):
    found = [Heading(1, APPENDIX)]
    for heading in report.appendix.headings:
        found.append(Heading(3 if heading.parent else 2, heading.category))
        found += [Paragraph(heading.span, "note")] if heading.parent and heading.span else []
        rows = tuple((meeting.title, meeting.date) for meeting in heading.meetings)
        found += [Table(f"Meetings: {heading.category}", ("Meeting", "Date"), rows, captioned=False)] if rows else []
    return [*found, Paragraph(f"{report.appendix.count}.")]
