"""Numbers as a sentence says them."""

from django import template

register = template.Library()


@register.filter
def comments(number):
    return {0: "No comments", 1: "1 comment"}.get(number, f"{number:,} comments")
