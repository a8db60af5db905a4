"""What is pasted, uploaded and chosen when notes are imported."""

from django import forms
from django.core.exceptions import ValidationError

from feedback import columns
from feedback.forms import ThemeChoice, refuse_when_too_long
from feedback.importers import FORMATS, TABLES, Notes, Refused, read_notes, read_table, read_text
from feedback.imports import ACTS, READINGS, digest_of
from feedback.models import Comment
from feedback.notes.hostile import LARGEST_FILE, check_size
from meetings.models import Stakeholder

TOO_LARGE = "This file is larger than 20 MB. Split it, or paste the part that matters."


class NotesForm(forms.Form):
    """Pasted or uploaded: either becomes `name`, `content` in bytes, and `notes` or, of a spreadsheet, `table`."""

    is_filter = True  # one of the two is needed, so no label says "(optional)"

    file = forms.FileField(
        required=False,
        help_text="Word, OpenDocument, PDF, text, Markdown, or a spreadsheet (.xlsx or .csv), up to 20 MB.",
        widget=forms.FileInput({"class": "govuk-file-upload", "accept": ",".join(FORMATS)}),
        error_messages={"empty": "This file is empty."},
    )
    text = forms.CharField(
        label="Or paste the notes",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12}),
        help_text="Minutes, an e-mail, a list: as they are.",
    )

    def clean(self):
        cleaned = super().clean()
        file, text = cleaned.get("file"), cleaned.get("text", "").strip()
        if self.errors:
            return cleaned
        if bool(file) == bool(text):
            both = "Choose a file or paste the notes, not both." if file else "Choose a file, or paste the notes."
            raise ValidationError({"text": both})
        try:
            return cleaned | (self.of_file(file) if file else self.of_text(text))
        except Refused as refusal:
            raise ValidationError({"file" if file else "text": str(refusal)}) from None

    def of_text(self, text):
        content = text.replace("\r\n", "\n").encode()
        return {"name": "Pasted notes", "content": content, "notes": read_text(text), "table": None}

    def of_file(self, file):
        if file.size > LARGEST_FILE:
            raise Refused(TOO_LARGE)
        content = file.read()
        read = {"name": file.name[-200:], "content": content, "notes": Notes(()), "table": None}
        if file.name.lower().endswith(TABLES):
            check_size(content)
            names, lines = read_table(content, file.name)
            return read | {"table": (names, columns.spool(lines))}
        return read | {"notes": read_notes(content, file.name)}

    def digest(self):
        return digest_of(self.cleaned_data["content"])


class StakeholderChoice(forms.ModelChoiceField):
    def __init__(self):
        super().__init__(Stakeholder.objects.all(), required=False)


class RowForm(forms.Form):
    """A change to one row: whatever of these is sent, and no more."""

    do = forms.ChoiceField(required=False, choices=[(act, act) for act in ACTS])
    seen = forms.CharField(required=False, max_length=12)  # which words the person saw, see imports.seen_of
    reading = forms.ChoiceField(required=False, choices=list(READINGS.items()))
    kind = forms.ChoiceField(required=False, choices=Comment.Kind.choices)
    stakeholder = StakeholderChoice()
    theme = ThemeChoice()
    text = forms.CharField(required=False, widget=forms.Textarea({"rows": 4}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        refuse_when_too_long(self.fields["text"])

    def clean_text(self):
        text = self.cleaned_data["text"]
        if self.data.get("do") == "words" and not text:
            raise ValidationError("Write what was said, or drop the row.")
        return text

    def values(self):
        """Of the fields that were sent, as a row holds them."""
        chosen = {name: self.cleaned_data[name] for name in ("reading", "kind") if self.cleaned_data.get(name)}
        linked = {name: self.cleaned_data.get(name) for name in ("stakeholder", "theme") if name in self.data}
        return chosen | {name: record and record.pk for name, record in linked.items()}


class SaveForm(forms.Form):
    version = forms.IntegerField(min_value=0, max_value=2**31 - 1)


class ColumnsForm(forms.Form):
    """What each column of a spreadsheet holds: a field a column."""

    def __init__(self, data, *, names, guess):
        super().__init__(data)
        for place, (name, held) in enumerate(zip(names, guess, strict=True)):
            label = name or f"Column {place + 1}, without a name"
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=label, choices=list(columns.HOLDS.items()), initial=held, required=False
            )

    def match(self):
        return [self.cleaned_data[name] for name in self.fields]

    def clean(self):
        cleaned = super().clean()
        held = [value for value in cleaned.values() if value]
        if self.errors:
            return cleaned
        if columns.COMMENT not in held:
            raise ValidationError("Say which column holds the comments.")
        twice = [columns.HOLDS[each] for each in columns.ONCE if held.count(each) > 1]
        if twice:
            raise ValidationError(f"Only one column can be this: {', '.join(twice).lower()}.")
        return cleaned


class StepForm(forms.Form):
    number = forms.IntegerField(min_value=0, max_value=2**31 - 1)
