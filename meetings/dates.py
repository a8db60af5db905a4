"""Dates as a person writes them."""

TO_BE_CONFIRMED = "To be confirmed"


def print_dates(starts_on, ends_on):
    """*22 to 25 January 2024*; the same day twice is that day; None twice is to be confirmed."""
    if starts_on is None:
        return TO_BE_CONFIRMED
    last = f"{ends_on.day} {ends_on:%B %Y}"
    if starts_on == ends_on:
        return last
    if starts_on.year != ends_on.year:
        return f"{starts_on.day} {starts_on:%B %Y} to {last}"
    if starts_on.month != ends_on.month:
        return f"{starts_on.day} {starts_on:%B} to {last}"
    return f"{starts_on.day} to {last}"
