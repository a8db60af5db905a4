"""What is chosen and typed to move or change many meetings at once."""

import hashlib
import re
import uuid

from django import forms
from django.contrib.auth import get_user_model
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Min
from django.utils import timezone

from meetings.changes import KINDS, Change
from meetings.date_forms import DATE_HELP, WhenField, refuse_unseen_doubts
from meetings.forms import LeadChoice
from meetings.models import Audience, Category, Meeting, Move
from meetings.moved import LONGEST_REASON
from meetings.plans import plan
from meetings.typed import read_typed

MOST_WEEKS = 520


WEEKS = "Write a whole number of weeks, such as 3 or -2, and no more than 520."


class SeenMeetings(forms.Field):
    """The meetings a person saw and ticked: boxes of "id:version" become {id: version}."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {"required": "Tick at least one meeting."}
    ONE = re.compile(r"(\d{1,18}):(\d{1,9})")

    def to_python(self, value):
        found = [self.ONE.fullmatch(text) for text in value or []]
        if not all(found):
            raise forms.ValidationError("Tick the meetings again: the list did not arrive whole.")
        return {int(match[1]): int(match[2]) for match in found}


def people():
    return get_user_model().objects.filter(is_active=True).order_by("first_name", "last_name", "username")


class ChosenForm(forms.Form):
    """Which meetings; what is done to them comes next."""

    seen = SeenMeetings()

    def first_day(self):
        """Of the ticked meetings; None where none has a date, or none is ticked."""
        ticked = [SeenMeetings.ONE.fullmatch(text) for text in self["seen"].value() or []]
        return Meeting.objects.filter(pk__in=[match[1] for match in ticked if match]).aggregate(day=Min("starts_on"))[
            "day"
        ]

    def meetings(self):
        """By date, as they are now: one that is gone is left out, one that was changed since keeps its old version."""
        seen = self.cleaned_data["seen"]
        found = Meeting.objects.filter(pk__in=seen).select_related("lead", "audience", "category")
        meetings = list(found)
        for meeting in meetings:
            meeting.version = seen[meeting.pk]
        return meetings

    def changed(self):
        """Those that somebody has saved since they were seen, as they are now, each with its `seen_version`."""
        seen = self.cleaned_data["seen"]
        changed = [meeting for meeting in Meeting.objects.filter(pk__in=seen) if meeting.version != seen[meeting.pk]]
        for meeting in changed:
            meeting.seen_version = seen[meeting.pk]
        return changed

    def removed(self):
        """The last line of history of those that somebody has removed since they were seen."""
        seen = self.cleaned_data["seen"]
        there = Meeting.objects.filter(pk__in=seen).values("pk")
        last = Meeting.history.filter(id__in=seen, history_type="-").exclude(id__in=there)
        return list(last.select_related("history_user"))

    def go_on_from(self, changed, removed):
        """Take these as seen, as they are now, and those as gone."""
        seen = self.cleaned_data["seen"] | {meeting.pk: meeting.version for meeting in changed}
        seen = {pk: version for pk, version in seen.items() if pk not in {line.id for line in removed}}
        self.cleaned_data["seen"] = seen
        self.data = self.data.copy()
        self.data.setlist("seen", [f"{pk}:{version}" for pk, version in seen.items()])


class MoveForm(ChosenForm):
    """What to do with them; what each becomes is shown before anything is saved."""

    is_filter = True  # what a kind needs it must have, and the others are not seen: no label says "(optional)"

    kind = forms.ChoiceField(
        label="What to do with them",
        widget=forms.RadioSelect,
        choices=[(name, kind.label) for name, kind in KINDS.items()],
        initial="weeks",
        error_messages={"required": "Choose what to do with the meetings."},
    )
    weeks = forms.IntegerField(
        label="How many weeks later",
        help_text="With a minus for earlier, such as -2. The weekday and the time stay.",
        required=False,
        error_messages={"invalid": WEEKS},
        validators=[MinValueValidator(-MOST_WEEKS, WEEKS), MaxValueValidator(MOST_WEEKS, WEEKS)],
        widget=forms.TextInput({"class": "govuk-input govuk-input--width-3", "autocomplete": "off"}),
    )
    venue = forms.CharField(label="New venue", max_length=200, required=False)
    lead = LeadChoice(None, label="New lead", required=False, empty_label="Nobody")
    audience = forms.ModelChoiceField(Audience.objects.all(), label="New audience", required=False)
    category = forms.ModelChoiceField(Category.objects.in_order(), label="New category", required=False)
    reason = forms.CharField(
        label="Reason (optional)",
        max_length=LONGEST_REASON,
        required=False,
        help_text="One for all of them. It is kept with each meeting and printed in the list of what moved.",
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
    previewed = forms.CharField(widget=forms.HiddenInput, required=False)

    NEEDED = {
        "weeks": "Write how many weeks, such as 3.",
        "audience": "Choose the new audience.",
        "category": "Choose the new category.",
    }

    def __init__(self, data=None, **options):
        super().__init__(data, **options)
        self.fields["date"] = WhenField(self.first_day() or timezone.localdate(), label="New date", help_text=DATE_HELP)
        self.fields["lead"].queryset = people()
        self.fields["key"].initial = uuid.uuid4
        self.problems = {}  # {meeting id: why its own date cannot be read}

    def clean(self):
        cleaned = super().clean()
        field = KINDS[cleaned["kind"]].field if "kind" in cleaned else ""
        if field in self.NEEDED and field not in self.errors and cleaned.get(field) is None:
            self.add_error(field, self.NEEDED[field])
        if field == "date":
            self.clean_own_date(cleaned)
        return cleaned

    def clean_own_date(self, cleaned):
        refuse_unseen_doubts(self, "date")
        typed = cleaned.get("date")
        if typed and typed.dates.starts_on is None:
            self.add_error("date", "Write a date, or choose to make it to be confirmed.")

    def change(self):
        kind = self.cleaned_data["kind"]
        value = self.cleaned_data.get(KINDS[kind].field)
        return Change(kind, value.dates if kind == "date" else value)

    def plan(self):
        """[Planned], with the dates typed for single meetings, and those begun that are moved all the same."""
        meetings = self.meetings()
        return plan(meetings, self.change(), self.exceptions(meetings), self.although_begun(), self.left_out())

    def exceptions(self, meetings):
        typed = {meeting.pk: self.typed_for(meeting) for meeting in meetings if self.own_date(meeting)}
        self.problems = {pk: one.problem for pk, one in typed.items() if one.dates is None}
        return {pk: one.dates for pk, one in typed.items() if one.dates}

    def own_date(self, meeting):
        return self.data.get(f"when-{meeting.pk}", "").strip() if self.change().has_dates else ""

    def typed_for(self, meeting):
        return read_typed(self.own_date(meeting), meeting.starts_on or timezone.localdate())

    def although_begun(self):
        return self.ticked("although_begun")

    def left_out(self):
        return self.ticked("leave_out")

    def ticked(self, name):
        """The ids of the meetings whose boxes of this name are ticked in the preview."""
        return {int(pk) for pk in self.data.getlist(name) if re.fullmatch(r"[0-9]{1,18}", pk)}

    def asked(self):
        """A mark of all that was asked for: what is confirmed must be what the preview showed."""
        kind = self.cleaned_data["kind"]
        own = sorted((name, text) for name, text in self.data.items() if name.startswith("when-") and text.strip())
        parts = [
            kind,
            self.data.get(KINDS[kind].field or "kind"),
            own,
            sorted(self.although_begun()),
            sorted(self.left_out()),
        ]
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    @property
    def is_as_previewed(self):
        return self.cleaned_data["previewed"] == self.asked()

    def sent_before(self):
        """The Move that the same confirmation made."""
        return Move.objects.filter(key=self.cleaned_data["key"], reason=self.cleaned_data["reason"]).first()
