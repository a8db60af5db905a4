"""What is typed and chosen about comments."""

import re

from django import forms
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.http import QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from feedback.models import Act, Comment
from feedback.search import LONGEST
from meetings.models import Audience, Category, Meeting, Stakeholder
from themes.models import KeyPoint, Theme

CHOOSE = "Choose one from the list."
UNTAGGED = "untagged"
UNLINKED = "none"


def choices_of(queryset, *more):
    """Read when the form is made, not when the module is: [(value, label), ...] with "any" first."""
    return [("", "Any"), *more, *((row.pk, str(row)) for row in queryset)]


class CommentFilter(forms.Form):
    """Owns filtering: list, summary and files read the same query string through it."""

    is_filter = True  # nothing here is required, so no label says "(optional)"

    q = forms.CharField(
        label="Words",
        required=False,
        max_length=LONGEST,
        help_text="In the comment and in the words as taken down. The first four letters of a word are enough.",
    )
    theme = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False, choices=[("", "Any"), *Comment.Kind.choices])
    standing = forms.ChoiceField(required=False, choices=[("", "Any"), *Comment.Standing.choices])
    audience = forms.ChoiceField(required=False)
    category = forms.ChoiceField(required=False)
    meeting = forms.ChoiceField(required=False)
    key_point = forms.ChoiceField(required=False)
    date_from = forms.DateField(label="Meetings from", required=False, widget=forms.DateInput({"type": "date"}))
    date_to = forms.DateField(label="Meetings to", required=False, widget=forms.DateInput({"type": "date"}))
    act = forms.IntegerField(
        label="Changed by act", required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput
    )

    CONDITIONS = {
        "q": lambda comments, words: comments.search(words),
        "theme": lambda comments, theme: (
            comments.untagged() if theme == UNTAGGED else comments.filter(theme__slug=theme)
        ),
        "kind": lambda comments, kind: comments.filter(kind=kind),
        "standing": lambda comments, standing: comments.filter(standing=standing),
        "audience": lambda comments, pk: comments.filter(meeting__audience=pk),
        "category": lambda comments, pk: comments.in_category(pk),
        "meeting": lambda comments, pk: comments.filter(meeting=pk),
        "key_point": lambda comments, pk: comments.filter(key_point=None if pk == UNLINKED else pk),
        "date_from": lambda comments, day: comments.filter(meeting__ends_on__gte=day),
        "date_to": lambda comments, day: comments.filter(meeting__starts_on__lte=day),
        "act": lambda comments, pk: comments.filter(pk__in=Act.comments_of(pk)),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = {
            "theme": lambda: [("", "Any"), (UNTAGGED, "Not tagged yet"), *Theme.objects.values_list("slug", "name")],
            "audience": lambda: choices_of(Audience.objects.all()),
            "category": lambda: choices_of(Category.objects.in_order()),
            "meeting": lambda: choices_of(Meeting.objects.all()),
            "key_point": lambda: choices_of(KeyPoint.objects.standing().in_order(), (UNLINKED, "In no key point")),
        }
        for name in choices.keys() & self.fields.keys():
            self.fields[name].choices = choices[name]()
        for each in self:
            not_understood = f"{each.label}: this was not understood."
            each.field.error_messages |= {"invalid": not_understood, "invalid_choice": f"{not_understood} {CHOOSE}"}

    def clean(self):
        first, last = self.cleaned_data.get("date_from"), self.cleaned_data.get("date_to")
        if first and last and first > last:
            self.add_error("date_to", "The last date must not be before the first.")
        return self.cleaned_data

    def chosen(self):
        """{name: value} of what is filtered by; what was refused filters nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def more(self):
        """The fields that are folded away."""
        return [field for field in self if field.name not in ("q", "theme")]

    def carried(self):
        """What a link to comments takes along, so that it shows just these."""
        query = QueryDict(mutable=True)
        query.update({name: str(value) for name, value in self.chosen().items()})
        return query

    def in_words(self):
        """[("Audience", "Young people"), ...]: what the page and every file say they are narrowed to."""
        return [(self[name].label, self.worded(name, value)) for name, value in self.chosen().items()]

    def worded(self, name, value):
        field = self.fields[name]
        if isinstance(field, forms.DateField):
            return f"{value.day} {value:%B %Y}"
        return {str(pk): label for pk, label in getattr(field, "choices", ())}.get(value, str(value))

    def apply(self, comments):
        for name, value in self.chosen().items():
            comments = self.CONDITIONS[name](comments, value)
        return comments


class SummaryFilter(CommentFilter):
    """What the themed summary can be narrowed to: the same names in the query string, the same meaning.

    All of it is about the meetings, so that they are narrowed by it as their comments are.
    """

    q = theme = kind = standing = meeting = key_point = act = None

    OF_MEETINGS = {
        "audience": lambda meetings, pk: meetings.filter(audience=pk),
        "category": lambda meetings, pk: meetings.in_category(pk),
        "date_from": lambda meetings, day: meetings.filter(ends_on__gte=day),
        "date_to": lambda meetings, day: meetings.filter(starts_on__lte=day),
    }

    def narrow(self, meetings):
        for name, value in self.chosen().items():
            meetings = self.OF_MEETINGS[name](meetings, value)
        return meetings

    def audiences(self, audiences):
        chosen = self.chosen().get("audience")
        return audiences.filter(pk=chosen) if chosen else audiences


class WordsFilter(CommentFilter):
    """Searched by words alone."""

    theme = kind = standing = audience = category = meeting = key_point = date_from = date_to = act = None


class SeenField(forms.Field):
    """The comments a person saw and chose: ticked boxes of "id:version" become {id: version}."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {"required": "Tick at least one comment."}
    ONE = re.compile(r"(\d{1,18}):(\d{1,9})")

    def to_python(self, value):
        found = [self.ONE.fullmatch(text) for text in value or []]
        if not all(found):
            raise forms.ValidationError("Tick the comments again: the list did not arrive whole.")
        return {int(match[1]): int(match[2]) for match in found}


class ThemeChoice(forms.ModelChoiceField):
    """The six headings by their keys, and none."""

    def __init__(self, **options):
        options = {
            "queryset": Theme.objects.all(),
            "required": False,
            "blank": True,
            "empty_label": "None yet",
            **options,
        }
        super().__init__(**options)

    def label_from_instance(self, theme):
        return f"{theme.number} {theme.name}"


def refuse_when_too_long(field):
    """With a sentence that says what to do, in the browser's drafts too."""
    field.widget.attrs["data-longest"] = Comment.LONGEST
    field.validators[:] = [
        MaxLengthValidator(Comment.LONGEST, f"Write {Comment.LONGEST:,} characters or fewer: split it, or shorten it.")
    ]


def speakers(meeting):
    """Who may have said it: those who came first, then every other stakeholder."""
    came = list(meeting.stakeholders.all())
    others = Stakeholder.objects.exclude(pk__in=[stakeholder.pk for stakeholder in came])
    as_choices = [[(each.pk, each.label) for each in group] for group in (came, others)]
    return [("", "Not recorded"), ("At this meeting", as_choices[0]), ("Others", as_choices[1])]


class CommentForm(forms.ModelForm):
    """What an officer writes of one comment; kept apart from its standing, which has acts of its own."""

    theme = ThemeChoice(widget=forms.RadioSelect)

    class Meta:
        model = Comment
        fields = ["text", "theme", "kind", "stakeholder"]
        widgets = {"text": forms.Textarea({"rows": 3}), "kind": forms.RadioSelect}
        help_texts = {"text": "What was said, in your own words."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stakeholder"].choices = speakers(self.instance.meeting)
        self.fields["kind"].choices = Comment.Kind.choices
        self.fields["text"].error_messages["required"] = "Write what was said."
        for name in self.fields.keys() & {"text", "verbatim"}:
            refuse_when_too_long(self.fields[name])


class EditForm(CommentForm):
    class Meta(CommentForm.Meta):
        fields = [*CommentForm.Meta.fields, "version"]

    def save(self, by):
        """Raises concurrency's RecordModifiedError where somebody has saved since. Answers with the point it left."""
        left = self.instance.leave_unfit_point()
        self.instance._history_user = by
        with transaction.atomic():
            self.instance.save()
        return left


class SeenForm(forms.Form):
    seen = SeenField()


class TagChoice(ThemeChoice):
    """A theme, or none: which has to be chosen, as it takes a comment out of its key point."""

    NONE = "none"
    default_error_messages = {"required": "Choose a theme, or no theme."}

    def __init__(self):
        super().__init__(required=True)

    def clean(self, value):
        return None if value == self.NONE else super().clean(value)


class RetagForm(forms.Form):
    seen = SeenField()
    theme = TagChoice()


class LinkForm(forms.Form):
    seen = SeenField()
    key_point = forms.ModelChoiceField(
        KeyPoint.objects.standing().in_order(), error_messages={"required": "Choose a key point to link them to."}
    )


class StandingForm(forms.Form):
    """Any standing but set aside, which needs a reason: SetAsideForm."""

    seen = SeenField()
    standing = forms.ChoiceField(choices=[pair for pair in Comment.Standing.choices if pair[0] != "set_aside"])


class SetAsideForm(forms.Form):
    seen = SeenField()
    reason = forms.CharField(
        label="Why it is set aside",
        max_length=300,
        help_text="For example: said twice at this meeting; not about the plan. It stays on record and is not counted.",
        error_messages={"required": "Write why it is set aside."},
    )


class SplitForm(forms.Form):
    seen = SeenField()
    first = forms.CharField(widget=forms.Textarea({"rows": 4}), label="First comment")
    second = forms.CharField(widget=forms.Textarea({"rows": 4}), label="Second comment")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            refuse_when_too_long(self.fields[name])
            self.fields[name].error_messages["required"] = f"Write the {name} comment."


def way_back(request, otherwise="/comments/"):
    """The page of this portal that the person came from, if the form or the address names one."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe and asked.startswith("/") else otherwise  # redirect() takes a word for the name of a route
