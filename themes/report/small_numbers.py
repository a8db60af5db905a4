"""What a reader of a public edition may know of each number of a row: (least, most); it is printed where both are one.

A row is whole numbers whose sum is printed elsewhere, so that its readers know it. A nought is printed: that nobody of
an audience said anything is what a reader must see. So a number that prints as "fewer than 5" is known to be from 1 to
4, and a row keeps it so only where each of its small numbers can still be any of these beside the sum. Where they can
not, one larger number is left out too; where that does not help, the whole row is, noughts and all.

Of a larger number that is left out, the least and the most are printed that can be worked out from the rest: they tell
nothing more. A sum by column is left out where one of its numbers is.
"""

from math import inf


class GivenAway(Exception):
    """A row is so small that the names of those who were heard tell its numbers. Its argument is the row's place."""


def ranges(row, fewest):
    """[(least, most), ...]"""
    small = {place for place, number in enumerate(row) if 0 < number < fewest}
    covers = sorted((number, place) for place, number in enumerate(row) if number >= fewest)
    for hidden in [small, *(small | {place} for _, place in covers)]:
        left_out = [row[place] for place in hidden]
        if are_free(left_out, fewest):
            return [
                beside(left_out, number, fewest) if place in hidden else (number, number)
                for place, number in enumerate(row)
            ]
    return [(0, sum(row))] * len(row)


def beside(left_out, number, fewest):
    """What their sum tells of one of them: of a small one nothing."""
    if number < fewest:
        return 1, fewest - 1
    small = len(left_out) - 1
    return max(fewest, sum(left_out) - small * (fewest - 1)), sum(left_out) - small


def known(number, fewest):
    return (1, fewest - 1) if number < fewest else (fewest, inf)


def are_free(hidden, fewest):
    """Whether each small one of them can be any from 1 to `fewest` - 1 beside their sum, whatever the others are."""
    small = [number for number in hidden if number < fewest]
    if not small:
        return True
    others = [known(number, fewest) for number in hidden]
    others.remove((1, fewest - 1))
    least, most = add(others)
    return sum(hidden) - (fewest - 1) >= least and sum(hidden) - 1 <= most


def add(known):
    return sum(least for least, _ in known), sum(most for _, most in known)


def ranges_of_parts(parts, whole, fewest):
    """The same of a row whose sum is not printed, and is only known to be no more than `whole`."""
    small = [number for number in parts if 0 < number < fewest]
    others = sum(number for number in parts if number >= fewest) + len(small) - 1
    if small and whole - others < fewest - 1:
        return [(0, whole)] * len(parts)
    return [(1, fewest - 1) if 0 < number < fewest else (number, number) for number in parts]


def ranges_of_grid(rows, fewest):
    """The rows, and under them their sums by column. Raises GivenAway."""
    found = [ranges(row, fewest) for row in rows]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    for place, row in enumerate(rows):
        if set(found[place]) == {(0, sum(row))} and sum(row) and is_given_away(place, found, sums):
            raise GivenAway(place)
    return [*found, [sum_of(column) for column in zip(*found, strict=True)]]


def sum_of(column):
    least, most = add(column)
    return (least if least == most else 0), most


def is_given_away(place, found, sums):
    """Of a row left out whole: by the columns in which something was said, and in no other row."""
    heard = [column for column, total in enumerate(sums) if total]
    here = [column for column in heard if all(row[column] == (0, 0) for row in found[:place] + found[place + 1 :])]
    return len(heard) < 2 or found[place][0][1] <= len(here)
