"""What is typed and chosen about meetings."""

from django import forms
from django.contrib.auth import get_user_model
from django.db import transaction
from django.forms.models import ModelChoiceIterator

from meetings.dates import print_day
from meetings.models import Audience, Category, Meeting, MeetingState, Stakeholder


class LeadChoice(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return person.get_full_name() or person.get_username()


class NobodyFirst(ModelChoiceIterator):
    def __iter__(self):
        people = super().__iter__()
        yield next(people)  # anyone, of which no query is made
        yield LeadFilter.NOBODY, "Nobody"
        yield from people


class LeadFilter(LeadChoice):
    """Somebody, or that there is no lead."""

    NOBODY = "none"
    iterator = NobodyFirst

    def to_python(self, value):
        return value if value == self.NOBODY else super().to_python(value)

    def label_from_instance(self, person):
        return "Nobody" if person == self.NOBODY else super().label_from_instance(person)


class ScheduleFilter(forms.Form):
    """Owns filtering of the schedule: all of it is in the address."""

    is_filter = True  # nothing here is required, so no label says "(optional)"
    NONE_YET = "none"

    q = forms.CharField(label="Words", required=False, max_length=200)
    category = forms.ModelChoiceField(Category.objects.in_order(), required=False, empty_label="Any")
    audience = forms.ModelChoiceField(Audience.objects.all(), required=False, empty_label="Any")
    state = forms.ChoiceField(required=False, choices=[("", "Any"), *MeetingState.choices])
    lead = LeadFilter(get_user_model().objects.none(), required=False, empty_label="Anyone")
    comments = forms.ChoiceField(required=False, choices=[("", "Any number"), (NONE_YET, "None yet")])
    date_from = forms.DateField(label="From", required=False, widget=forms.DateInput({"type": "date"}))
    date_to = forms.DateField(label="To", required=False, widget=forms.DateInput({"type": "date"}))

    CONDITIONS = {
        "q": lambda meetings, words: meetings.search(words),
        "category": lambda meetings, category: meetings.in_category(category),
        "audience": lambda meetings, audience: meetings.filter(audience=audience),
        "state": lambda meetings, state: meetings.in_state(state),
        "lead": lambda meetings, lead: meetings.filter(lead=None if lead == LeadFilter.NOBODY else lead),
        "comments": lambda meetings, none_yet: meetings.without_comments(),
        "date_from": lambda meetings, day: meetings.filter(ends_on__gte=day),
        "date_to": lambda meetings, day: meetings.filter(starts_on__lte=day),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = "Choose one from the list."
        leads = get_user_model().objects.exclude(meetings_led=None).distinct()
        self.fields["lead"].queryset = leads.order_by("first_name", "last_name", "username")

    def clean(self):
        first, last = self.cleaned_data.get("date_from"), self.cleaned_data.get("date_to")
        if first and last and first > last:
            self.add_error("date_to", "The last date must not be before the first.")
        return self.cleaned_data

    def chosen(self):
        """What is filtered by; what was refused filters nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def in_words(self):
        """["Category: Members", "From: 1 May 2024"]: a printed schedule says what it is narrowed to."""
        return [f"{self[name].label}: {self.worded(name, value)}" for name, value in self.chosen().items()]

    def worded(self, name, value):
        field = self.fields[name]
        if isinstance(field, forms.DateField):
            return print_day(value)
        if isinstance(field, forms.ModelChoiceField):
            return field.label_from_instance(value)
        return dict(getattr(field, "choices", ())).get(value, value)

    def apply(self, meetings):
        for name, value in self.chosen().items():
            meetings = self.CONDITIONS[name](meetings, value)
        return meetings


class AttendanceForm(forms.ModelForm):
    """How many people came, and from which organisations: one that is new can be added by its name."""

    new_name = forms.CharField(
        label="An organisation or forum not in the list",
        required=False,
        max_length=200,
        widget=forms.TextInput({"class": "govuk-input govuk-input--width-20"}),
    )
    new_audience = forms.ModelChoiceField(Audience.objects.all(), label="Its audience", required=False)

    class Meta:
        model = Meeting
        fields = ["attendance", "stakeholders", "version"]
        labels = {"attendance": "How many people came"}
        help_texts = {"attendance": "A whole number. Leave it empty if nobody counted; 0 if nobody came."}
        error_messages = {"attendance": {"invalid": "Write how many people came as a whole number, such as 25."}}
        widgets = {
            "attendance": forms.TextInput({"inputmode": "numeric", "class": "govuk-input govuk-input--width-5"}),
            "stakeholders": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_audience"].initial = self.instance.audience_id

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("new_name") and not cleaned.get("new_audience"):
            self.add_error("new_audience", f"Choose the audience of {cleaned['new_name']}.")
        return cleaned

    @transaction.atomic
    def save(self, by):
        """Raises concurrency's RecordModifiedError where somebody has saved the meeting since."""
        self.instance._history_user = by
        self.instance.save()
        came = set(self.cleaned_data["stakeholders"])
        if self.cleaned_data["new_name"]:
            came.add(self.named_stakeholder(by))
        self.instance.stakeholders.set(came)

    def named_stakeholder(self, by):
        """The one of that name, or of that other name, if there is one already, in whatever case it is written."""
        name = self.cleaned_data["new_name"]
        known = Stakeholder.objects.called(name)
        if known is None:
            known = Stakeholder(name=name, audience=self.cleaned_data["new_audience"])
            known._history_user = by
            known.save()
        return known
