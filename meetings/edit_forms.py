"""What is typed of one meeting, and how it comes again."""

import uuid
from datetime import timedelta

from django import forms
from django.db import transaction
from django.utils import timezone

from meetings import moves
from meetings.changes import WHEN
from meetings.date_forms import DATE_HELP, WhenField, refuse_unseen_doubts, with_doubts
from meetings.differences import when_in_words
from meetings.forms import LeadChoice
from meetings.hours import print_times, why_not_in_order
from meetings.models import Category, Meeting
from meetings.move_forms import people
from meetings.moved import LONGEST_REASON
from meetings.plans import BEGUN, Planned, columns_of, with_clashes
from meetings.repeats import EVERY, MOST, plan_repeats
from meetings.typed import read_typed, with_hours_alone

CHOOSE = "Choose the {}."
TIMES = f"Write a whole number from 1 to {MOST}, such as 6."
PICKED = {"starts_on": "First day", "ends_on": "Last day", "starts_at": "Starts at", "ends_at": "Ends at"}
DAYS, HOURS = ("starts_on", "ends_on"), ("starts_at", "ends_at")
AHEAD = timedelta(days=150)  # what is added lies ahead: a day without a year is read between a month ago and next year


class AddForm(forms.ModelForm):
    """A new meeting. Its date is written in words, or its days are picked; the two must not disagree."""

    class Meta:
        model = Meeting
        fields = ["title", "category", "audience", *PICKED, "venue", "lead", "stakeholders"]
        field_classes = {"lead": LeadChoice}
        labels = {"stakeholders": "Who comes", **PICKED}
        help_texts = {"starts_on": "", "ends_on": "Empty for one day.", "ends_at": "", "stakeholders": ""}
        widgets = {
            "starts_on": forms.DateInput({"type": "date", "class": "govuk-input"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput({"type": "date", "class": "govuk-input"}, format="%Y-%m-%d"),
            "starts_at": forms.TimeInput({"type": "time", "class": "govuk-input"}, format="%H:%M"),
            "ends_at": forms.TimeInput({"type": "time", "class": "govuk-input"}, format="%H:%M"),
            "stakeholders": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.before = columns_of(self.instance)
        near = self.instance.starts_on or timezone.localdate() + AHEAD
        self.fields["when"] = WhenField(near, label="When", help_text=f"{DATE_HELP} Empty while to be confirmed.")
        self.fields["when"].initial = (
            when_in_words(self.before) if self.instance.starts_on else with_hours_alone(self.instance.date_as_given)
        )
        self.fields["category"].queryset = Category.objects.in_order()
        self.fields["lead"].queryset = people()
        for name, what in {"title": "Write the title.", "category": CHOOSE, "audience": CHOOSE}.items():
            self.fields[name].error_messages["required"] = what.format(name)

    def clean(self):
        cleaned = super().clean()
        self.settle_dates(cleaned)
        self.refuse_disorder(cleaned)
        self.refuse_twins(cleaned)
        return cleaned

    def settle_dates(self, cleaned):
        """From the words where they were changed, else from the days that were picked.

        Words that were emptied say nothing beside days that were picked.
        """
        picked = WHEN & set(self.changed_data)
        if (
            "when" in self.changed_data
            and "when" in cleaned
            and not (picked and not (self["when"].value() or "").strip())
        ):
            dates = cleaned["when"].dates
            refuse_unseen_doubts(self, "when")
            words = self.with_hours(dates, cleaned)
            if any(words[name] != cleaned.get(name) for name in picked):
                self.add_error("when", "The words and the days picked below say different dates: clear one of them.")
            cleaned |= words
            self.instance.date_as_given = dates.as_given
        elif picked:
            goes_along = "ends_on" not in self.changed_data and self.before["starts_on"] == self.before["ends_on"]
            cleaned["ends_on"] = (
                cleaned.get("starts_on") if goes_along else cleaned.get("ends_on") or cleaned.get("starts_on")
            )
            self.instance.date_as_given = ""

    def with_hours(self, dates, cleaned):
        """Words that say another day and no time leave the time in its boxes; those of the same day take it away."""
        words = {name: getattr(dates, name) for name in WHEN}
        is_another_day = any(words[name] != self.before[name] for name in DAYS)
        if dates.starts_on and not dates.starts_at and is_another_day:
            words |= {name: cleaned.get(name) for name in HOURS}
        return words

    def refuse_disorder(self, cleaned):
        """Of what was picked: the words have been read so already. Without a start, its own box says what is wrong."""
        *days, starts_at, ends_at = (cleaned.get(name) for name in PICKED)
        why = why_not_in_order(days, starts_at, ends_at) if "starts_at" not in self.errors else ""
        if why:
            self.add_error("ends_at", why)

    def refuse_twins(self, cleaned):
        """The same title on the same days from the same hour is one meeting, sent twice."""
        same = {name: cleaned.get(name) for name in ("starts_on", "ends_on", "starts_at", "category")}
        twins = Meeting.objects.filter(title__iexact=cleaned.get("title", ""), **same)
        if self.instance.pk is None and same["category"] and twins.exists():
            self.add_error("title", "There is a meeting of this title and date already.")

    def picked(self):
        return [self[name] for name in PICKED]

    @property
    def picking(self):
        return any(field.errors for field in self.picked()) or bool(WHEN & set(self.changed_data) and self.errors)

    @transaction.atomic
    def save(self, by):
        """Raises concurrency's RecordModifiedError where somebody has saved the meeting since."""
        self.instance._history_user = by
        self.instance.save()
        self.instance.stakeholders.set(self.cleaned_data["stakeholders"])

    def as_read(self):
        """What the words were taken for, where that is in doubt: said once it is saved, whether or not it was asked."""
        typed = self.cleaned_data["when"] if "when" in self.changed_data else None
        return f"We read “{typed.dates.as_given}” as {with_doubts(typed)}." if typed and typed.doubts else ""

    def of_hours(self):
        """What became of the hours that it had, where the words that were changed name none."""
        typed = self.cleaned_data["when"] if "when" in self.changed_data else None
        had = [self.before[name] for name in HOURS]
        if not typed or not typed.dates.starts_on or typed.dates.starts_at or not had[0]:
            return ""
        if had == [self.instance.starts_at, self.instance.ends_at]:
            return f"Its time is still {print_times(*had)}."
        return "" if self.instance.starts_at else f"It has no time any more: it was {print_times(*had)}."

    def clashes(self):
        """What speaks against where and when it is now, once it is saved; a weekend that was written is meant."""
        changed = {name: value for name, value in columns_of(self.instance).items() if self.before[name] != value}
        (planned,) = with_clashes([Planned(self.instance, {}, changed)])
        is_meant = "when" in self.changed_data and self.cleaned_data["when"].names_weekday
        return [clash for clash in planned.clashes if not (is_meant and clash.is_weekend)]


class EditForm(AddForm):
    reason = forms.CharField(max_length=LONGEST_REASON, required=False, help_text="Kept in its history.")
    although_begun = forms.BooleanField(
        required=False, label="It has been held, or has begun: change its date all the same"
    )

    class Meta(AddForm.Meta):
        fields = [*AddForm.Meta.fields, "status", "version"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.state_on() not in BEGUN:
            del self.fields["although_begun"]

    def clean(self):
        cleaned = super().clean()
        moved = any(cleaned.get(name) != self.before[name] for name in (*WHEN, "status"))
        if moved and cleaned.get("although_begun") is False:
            self.add_error("although_begun", "Tick this to change when a meeting was that has been held, or has begun.")
        return cleaned

    @transaction.atomic
    def save(self, by):
        self.instance._change_reason = self.cleaned_data["reason"]
        super().save(by)
        moves.keep_edit(self.instance, self.before, self.cleaned_data["reason"], by)


class RepeatForm(forms.Form):
    """How often a meeting comes again; each date can be left out, or mended by typing."""

    every = forms.ChoiceField(
        choices=[(name, label) for name, (label, _) in EVERY.items()], widget=forms.RadioSelect, initial="week"
    )
    times = forms.IntegerField(
        label="How many more times",
        min_value=1,
        max_value=MOST,
        widget=forms.TextInput({"class": "govuk-input govuk-input--width-3", "inputmode": "numeric"}),
        error_messages={
            "required": "Write how many more times, such as 6.",
            "invalid": TIMES,
            "min_value": TIMES,
            "max_value": TIMES,
        },
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, meeting, *args, **options):
        super().__init__(*args, **options)
        self.meeting = meeting

    def clean(self):
        cleaned = super().clean()
        if "every" in cleaned and "times" in cleaned:
            try:
                self.day(cleaned["times"])
            except (OverflowError, ValueError):
                self.add_error("times", "The calendar ends before then.")
        return cleaned

    def day(self, place):
        return EVERY[self.cleaned_data["every"]][1](self.meeting.starts_on, place)

    def plan(self):
        """[Planned], and {place: why its own date cannot be read}."""
        every, times = self.cleaned_data["every"], self.cleaned_data["times"]
        typed = {place: self.typed(place) for place in range(1, times + 1) if self.own_date(place)}
        exceptions = {place: one.dates for place, one in typed.items() if one.dates}
        left_out = {int(place) for place in self.data.getlist("left_out") if place.isdecimal()}
        problems = {place: one.problem for place, one in typed.items() if place not in left_out and not one.dates}
        return plan_repeats(self.meeting, every, times, exceptions, left_out), problems

    def own_date(self, place):
        return self.data.get(f"when-{place}", "").strip()

    def typed(self, place):
        return read_typed(self.own_date(place), self.day(place))
