"""All that changes many rows at once.

Every act is one transaction; it passes over what somebody else has changed since the page was shown, leaves a line of
history on each record it changed, and answers with an Act that says what was done and can be undone. `seen` is what
the person saw: {comment id: version}. `by` is the person.
"""

from feedback.actions.acts import record
from feedback.actions.comments import change_standing, join, log, log_pasted, move_comments, retag, split
from feedback.actions.drafting import (
    change_status,
    change_theme,
    pass_words,
    paste_points,
    quote,
    split_point,
    start_point,
)
from feedback.actions.imports import change_row, import_chunk, import_pieces, match_columns, start_import
from feedback.actions.merging import merge_points
from feedback.actions.points import link, move_point, remove_point, unlink
from feedback.actions.undoing import do_again, undo

__all__ = [
    "change_row",
    "change_standing",
    "change_status",
    "change_theme",
    "do_again",
    "import_chunk",
    "import_pieces",
    "join",
    "link",
    "log",
    "log_pasted",
    "match_columns",
    "merge_points",
    "move_comments",
    "move_point",
    "pass_words",
    "paste_points",
    "quote",
    "record",
    "remove_point",
    "retag",
    "split",
    "split_point",
    "start_point",
    "start_import",
    "undo",
    "unlink",
]
