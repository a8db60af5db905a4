"""What must be settled of one row of an imported list before it can be saved. Pure."""

from meetings.hours import why_not_in_order
from meetings.import_sheets import UNCALCULATED
from meetings.models import Meeting
from meetings.typed import UNDATED

ASK_AUDIENCE = "Choose whom it hears."
ASK_PERIOD = "Say between which days the list lies."
FORMULA = (
    "Its date is a formula that was never calculated: open the file in a spreadsheet program, save it there and import "
    "it again. Or write the date here."
)
LONGEST_DATE = Meeting._meta.get_field("date_as_given").max_length
LONGEST_TITLE = Meeting._meta.get_field("title").max_length


def problem_of(row):
    reading = row.reading
    if len(row.title) > LONGEST_TITLE:
        return f"A title has {LONGEST_TITLE} letters at most: shorten it."
    if len(row.as_given) > LONGEST_DATE:
        return f"A date has {LONGEST_DATE} letters at most: shorten it."
    if UNCALCULATED in row.as_given:
        return FORMULA
    if reading.readings or reading.starts_on is None and reading.precision not in UNDATED:
        return f"{reading.reason or 'This is not one date.'} Write it, or leave it empty while it is to be confirmed."
    return why_not_in_order((reading.starts_on, reading.ends_on), *row.hours)
