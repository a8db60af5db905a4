"""What is chosen and typed about a key point when its evidence moves with it."""

from uuid import uuid4

from django import forms
from django.db.models import Count

from feedback.forms import SeenField
from feedback.pasted import read_points
from themes.models import KeyPoint, Theme

LONGEST = 2_000  # characters of a wording


class MoveForm(forms.Form):
    """How many places down; up where it is less than nought."""

    places = forms.IntegerField(
        error_messages={"required": "Choose up or down.", "invalid": "Choose up or down."},
    )


class OtherPointChoice(forms.ModelChoiceField):
    def label_from_instance(self, point):
        return f"{point.text} ({proof(point)}{answered(point)})"


class MergeForm(forms.Form):
    into = OtherPointChoice(
        KeyPoint.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        label="Merge it into",
        error_messages={"required": "Choose the key point to merge it into."},
    )

    keep = forms.ChoiceField(
        choices=[("theirs", "That of the key point you choose"), ("mine", "That of the one that is removed")],
        required=False,
        widget=forms.RadioSelect,
        label="If both are answered, which answer to keep",
        error_messages={"invalid_choice": "Choose which answer to keep."},
    )

    def __init__(self, *args, point, may_answer, **kwargs):
        super().__init__(*args, **kwargs)
        self.point, self.may_answer = point, may_answer
        others = KeyPoint.objects.standing().filter(theme=point.theme).exclude(pk=point.pk)
        self.fields["into"].queryset = with_proof(others.select_related("response"))
        if not (may_answer and answer_of(point) and others.exclude(response=None).exists()):
            del self.fields["keep"]

    def clean(self):
        into = self.cleaned_data.get("into")
        if into and answer_of(self.point) and answer_of(into):
            if not self.may_answer:
                self.add_error("into", "Both are answered: a manager has to choose which answer to keep.")
            elif not self.cleaned_data.get("keep"):
                self.add_error("keep", "Both are answered: choose which answer to keep.")
        return self.cleaned_data


class WordingField(forms.CharField):
    """One whole sentence, on one line."""

    def __init__(self, **options):
        options = {"max_length": LONGEST, "widget": forms.Textarea({"rows": 3}), **options}
        super().__init__(**options)
        self.error_messages["required"] = "Write the key point."

    def clean(self, value):
        text = " ".join(super().clean(value).split())
        fault = KeyPoint(text=text).fault
        if fault:
            raise forms.ValidationError(fault)
        return text


class KeyField(forms.UUIDField):
    """From the browser: sent twice, it is one."""

    def __init__(self):
        super().__init__(widget=forms.HiddenInput, required=False, initial=uuid4)


class StartForm(forms.Form):
    """A key point with the comments it was found in."""

    theme = forms.ModelChoiceField(
        Theme.objects.all(), empty_label=None, error_messages={"required": "Choose a theme."}
    )
    text = WordingField(label="Wording", help_text="One whole sentence, as the report will print it.")
    seen = SeenField()
    key = KeyField()


class SplitPointForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    first = WordingField(label="First key point", help_text="It keeps its place, and the comments not ticked below.")
    second = WordingField(label="Second key point", help_text="It comes next, with the comments ticked below.")
    seen = SeenField(required=False)

    def __init__(self, *args, point, **kwargs):
        super().__init__(*args, initial={"version": point.version, "first": point.text}, **kwargs)
        self.point = point

    def clean(self):
        """What was typed can be sent again, knowing what the key point says by now."""
        if self.cleaned_data.get("version") != self.point.version:
            self.data = self.data.copy()
            self.data["version"] = self.point.version
            raise forms.ValidationError(f"Somebody has changed the key point since. It now says: “{self.point}”")
        return self.cleaned_data


class ChangeThemeForm(forms.Form):
    theme = forms.ModelChoiceField(
        Theme.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        label="Move it to",
        error_messages={"required": "Choose a theme."},
    )
    with_evidence = forms.BooleanField(label="Retag its comments too", required=False)

    def __init__(self, *args, point, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = Theme.objects.exclude(pk=point.theme_id)
        if point.said:
            self.fields["with_evidence"].label = f"Retag its evidence too: {counted(point.said, 'comment')}"
        else:
            del self.fields["with_evidence"]


class QuoteForm(forms.Form):
    """Which comment, in the version that was seen, and whom the quote names."""

    quote = forms.RegexField(
        r"^\d{1,18}:\d{1,9}:(audience|organisation|nobody)$",
        error_messages={
            "required": "Choose a comment to quote.",
            "invalid": "Choose a comment to quote: it did not arrive whole.",
        },
    )

    def clean_quote(self):
        pk, version, who = self.cleaned_data["quote"].split(":")
        seen = {int(pk): int(version)}
        return {"seen": seen, "quoted": who != "nobody", "by_name": who == "organisation"}


class PassForm(forms.Form):
    """Words that were taken for personal data, as they were found."""

    words = forms.CharField(
        max_length=LONGEST, strip=False, error_messages={"required": "Choose the words that may be printed."}
    )


class AgreeForm(forms.Form):
    """The key points that were on the page, each in the version that was read: agreed, or drafts again."""

    status = forms.ChoiceField(
        choices=[pair for pair in KeyPoint.Status.choices if pair[0] != "removed"],
        error_messages={"required": "Choose: agreed or draft.", "invalid_choice": "Choose: agreed or draft."},
    )
    seen = SeenField(error_messages={"required": "There is no key point to agree."})


class PasteForm(forms.Form):
    text = forms.CharField(
        label="Headings with bullets",
        widget=forms.Textarea({"rows": 15}),
        max_length=100_000,
        strip=False,
        help_text="As in a report: a theme on a line of its own, and under it its points, each beginning with - or •.",
        error_messages={"required": "Paste headings with bullets."},
    )

    def clean_text(self):
        text = self.cleaned_data["text"]
        self.pasted = read_points(text, themes_by_name())
        lengths = [len(bullet) for block in self.pasted for bullet in block.bullets]
        if not lengths:
            raise forms.ValidationError("No bullets were found. Begin each point with - or • on a line of its own.")
        if max(lengths) > LONGEST:
            raise forms.ValidationError(f"One bullet has {max(lengths):,} characters: write {LONGEST:,} or fewer.")
        return text


def themes_by_name():
    """[(theme id, name or alias), ...]"""
    return [
        (theme.pk, name.strip())
        for theme in Theme.objects.all()
        for name in (theme.name, *theme.aliases.splitlines())
        if name.strip()
    ]


class PlacedForm(forms.Form):
    """To which theme the bullets of each pasted heading go."""

    key = KeyField()

    def __init__(self, *args, pasted, **kwargs):
        super().__init__(*args, **kwargs)
        for number, block in enumerate(pasted):
            self.fields[f"theme_{number}"] = forms.ModelChoiceField(
                Theme.objects.all(),
                required=False,
                initial=block.theme,
                empty_label="Leave them out",
                label=f"Theme for “{block.heading or 'no heading'}”",
            )

    def blocks(self, pasted):
        """[(theme, [wording, ...]), ...] of the headings that are given one."""
        chosen = [self.cleaned_data[f"theme_{number}"] for number in range(len(pasted))]
        return [(theme, block.bullets) for theme, block in zip(chosen, pasted, strict=True) if theme]

    def left_out(self, pasted):
        """A sentence; empty where every heading is given a theme."""
        blocks = [block for number, block in enumerate(pasted) if not self.cleaned_data[f"theme_{number}"]]
        number = sum(len(block.bullets) for block in blocks)
        headings = ", ".join(f"“{block.heading}”" if block.heading else "no heading" for block in blocks)
        return f"Left out: {counted(number, 'key point')} under {headings}." if blocks else ""


def with_proof(points):
    """`said` comments at `met` meetings: one join, so neither multiplies the other."""
    return points.annotate(said=Count("comments"), met=Count("comments__meeting", distinct=True))


def proof(point):
    """As the page says it, of a point fetched with_proof()."""
    if not point.said:
        return "no comments"
    return f"{counted(point.said, 'comment')} at {counted(point.met, 'meeting')}"


def answer_of(point):
    return getattr(point, "response", None)


def answered(point):
    return f"; answered: {point.response}" if answer_of(point) else ""


def counted(number, noun):
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
