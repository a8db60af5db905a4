"""What is pasted or chosen to import, and what is said of each of its rows."""

import json
import re
import uuid

from django import forms

from meetings.import_files import LONGEST_CELL, table_of_file, table_of_text, tidied
from meetings.import_packages import Refused
from meetings.import_plans import Asked

NAMED = re.compile(r"(title|when|status|lead|category|audience|under|as|meeting)-(\d{1,4})")
DATE = forms.DateInput({"type": "date", "class": "govuk-input govuk-input--width-10"}, format="%Y-%m-%d")


class PeriodForm(forms.Form):
    """Between which days the list lies: it tells the years that the list leaves out."""

    period_from = forms.DateField(label="From", widget=DATE, error_messages={"required": "Choose the first day."})
    period_to = forms.DateField(label="To", widget=DATE, error_messages={"required": "Choose the last day."})

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("period_from"), cleaned.get("period_to")
        if first and last and first > last:
            self.add_error("period_to", "The last day must not be before the first.")
        return cleaned

    @property
    def period(self):
        return self.cleaned_data["period_from"], self.cleaned_data["period_to"]


class ListForm(PeriodForm):
    is_filter = True  # one of the two is needed, whichever: no label says "(optional)"

    paste = forms.CharField(
        label="Paste the table",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12, "class": "govuk-textarea app-letter", "spellcheck": "false"}),
        help_text="As it is copied from Word, Excel or a report, headings and all.",
    )
    file = forms.FileField(
        label="Or choose a file",
        required=False,
        widget=forms.FileInput({"class": "govuk-file-upload", "accept": ".docx,.xlsx,.ods,.csv,.txt"}),
        help_text="Word (.docx), Excel (.xlsx), OpenDocument (.ods), .csv or .txt, up to 5 MB. It is not kept.",
        error_messages={"empty": "This file is empty."},
    )

    field_order = ["paste", "file", "period_from", "period_to"]

    def clean(self):
        cleaned = super().clean()
        text, file = cleaned.get("paste", "").strip("\n"), cleaned.get("file")
        if "file" in self.errors:
            return cleaned
        self.came_as = "file" if file else "paste"
        try:
            self.table = table_of_file(file.name, file.read()) if file else table_of_text(text)
        except Refused as why:
            self.add_error(self.came_as, str(why))
        return cleaned

    def as_review(self):
        first, last = (day.isoformat() for day in self.period)
        source = json.dumps(self.table)
        return ReviewForm({"source": source, "key": str(uuid.uuid4()), "period_from": first, "period_to": last})


class ReviewForm(PeriodForm):
    """The list as it was read comes back from the page, with whatever was typed beside its rows."""

    source = forms.CharField(widget=forms.HiddenInput, strip=False)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def clean_source(self):
        try:
            return tidied(rows_of(json.loads(self.cleaned_data["source"])))
        except (ValueError, RecursionError, Refused):
            raise forms.ValidationError("The list did not arrive whole. Import it again.") from None

    def said(self):
        """[(name of a box, its column's name, its place), ...]"""
        found = [(name, NAMED.fullmatch(name)) for name in self.data]
        return [(name, match[1], int(match[2])) for name, match in found if match]

    def asked(self):
        names = ("title", "when", "status", "lead", "category", "audience", "under", "as", "meeting")
        said = {name: {} for name in names}
        for name, what, place in self.said():
            said[what][place] = self.data[name].strip()[:LONGEST_CELL]
        return Asked(
            table=self.cleaned_data["source"],
            period=self.period,
            typed=typed(said),
            meetings=frozenset(said["meeting"]),
            categories=said["category"],
            audiences=said["audience"],
            of_headings=said["under"],
            leads=said["lead"],
            above="above" in self.data,
            taken_as=said["as"],
        )

    def carried(self, rows, headings, leads):
        """What was said of rows and headings that the page does not show with their boxes, to send along."""
        shown = {"meeting": rows | headings, "category": headings, "under": headings, "lead": leads}
        return [(name, self.data[name]) for name, what, place in self.said() if place not in shown.get(what, rows)]


def rows_of(source):
    if not isinstance(source, list) or not all(isinstance(row, list) for row in source):
        raise ValueError("A table is a list of rows.")
    return source


def typed(said):
    """{place: {"title": ..., "when": ..., "status": ...}} of those that came."""
    found = {}
    for name in ("title", "when", "status"):
        for place, text in said[name].items():
            found.setdefault(place, {})[name] = text
    return found
