"""Numbers as a sentence or a table says them."""

from django import template

register = template.Library()


@register.filter
def comments(number):
    return how_many(number, "comment")


@register.filter
def how_many(number, noun):
    """*No meetings*, *1 meeting*, *1,200 meetings*."""
    return {0: f"No {noun}s", 1: f"1 {noun}"}.get(number, f"{number:,} {noun}s")


@register.filter
def figure(number):
    """In a table *None* is seen and heard where 0 is passed over."""
    return f"{number:,}" if number else "None"
