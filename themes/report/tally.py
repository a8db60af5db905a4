"""Comments counted by combination: {(value, ...): comments}."""

from collections import Counter


def add_up(tally, key):
    """The tally by less: {key(*combination): comments}."""
    totals = Counter()
    for combination, comments in tally.items():
        totals[key(*combination)] += comments
    return totals


def only(tally, condition):
    return {combination: comments for combination, comments in tally.items() if condition(*combination)}
