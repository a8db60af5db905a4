"""Rows with no date right below one that has one, as merged cells and lists grouped by day leave them: whether they
are on that day is asked once. Pure."""

from dataclasses import replace

from meetings.titles import key_of


def below_dates(lines, known_titles):
    """{place: the date of the row above it} of the rows that have none: a line that is a heading parts them."""
    found, above = {}, ""
    for line in lines:
        if line.date:
            above = line.date
        elif line.is_alone and not line.category and key_of(line.title) not in known_titles:
            above = ""
        elif above and not line.status:
            found[line.place] = above
    return found


def without_echoes(typed, lines, found):
    """Their boxes come back as they were shown, before it was said whether the date above is meant."""
    left = dict(typed)
    for line in lines:
        said = typed.get(line.place, {})
        if line.place in found and said.get("when") == line.as_given:
            left[line.place] = {name: text for name, text in said.items() if name != "when"}
    return left


def with_dates_above(lines, found, are_meant, typed):
    """`typed` as read_list has it."""
    whens = {place: typed.get(place, {}).get("when") for place in found}
    return [
        told(line, found[line.place], are_meant, whens[line.place]) if line.place in found else line for line in lines
    ]


def told(line, above, is_meant, typed):
    dated = replace(line, date=above, notes=(*line.notes, "its date is that of the row above"))
    if is_meant and typed in (None, dated.as_given):
        return dated
    doubt = f"no date stands beside it; the row above has “{above}”"
    return replace(line, doubts=(*line.doubts, doubt)) if typed is None else line
