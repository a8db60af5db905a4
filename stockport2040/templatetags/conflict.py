"""What to show when somebody else has saved first: both texts, side by side.

A view catches concurrency's RecordModifiedError and answers 409 with the page it came from, given `theirs` too: the
form of what is saved now, unbound. Its template begins with `{% conflict theirs form %}` and sends the version of
`theirs`, so that saving again is a choice made knowing both.
"""

from django import template
from django.utils.choices import flatten_choices

register = template.Library()


@register.inclusion_tag("_conflict.html")
def conflict(theirs, mine):
    both = [field for field in mine.visible_fields() if field.name in theirs.fields]
    rows = [(field.label, in_words(theirs[field.name]), in_words(field)) for field in both]
    differing = [(label, there, here) for label, there, here in rows if there != here]
    return {"last": last_save(theirs.instance), "rows": differing}


def last_save(record):
    return record.history.select_related("history_user").order_by("-history_id").first()


def in_words(field):
    """The value of a form's field as a person reads it: the labels of what is chosen, the text of what is typed."""
    value = field.value()
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if not hasattr(field.field, "choices"):
        return str(field.field.widget.format_value(value) or "")
    labels = {str(choice): str(label) for choice, label in flatten_choices(field.field.choices) if choice != ""}
    chosen = value if isinstance(value, list | tuple) else [value]
    return ", ".join(labels[str(choice)] for choice in chosen if str(choice) in labels)
