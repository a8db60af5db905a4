"""What is chosen when an edition is prepared, and what refuses it."""

from django import forms
from django.db import IntegrityError, transaction

from themes.exports import FORMATS
from themes.models import Edition, EditionFile, Programme
from themes.personal import words_like_personal_data
from themes.report import comment_rows
from themes.report.editions import report_for
from themes.report.kept import as_kept
from themes.report.small_numbers import GivenAway

WAITING = "An edition waits for approval. Approve or withdraw it before you prepare another."
STOPPED = "Mend what stops publication first."
THEME_ORDER = "Audience by audience every small number is printed as a heading. Make a public edition theme by theme."
NO_POINT = (
    "There is no key point in it to print. Agree one first: a public edition leaves out those that are not agreed."
)
NO_COMMENT = "There is no comment in it to count. Make it from more than this."
GIVEN_AWAY = (
    "So little was said under “{}”, and by so few, that a public edition gives away how often. Make it internal, or set"
    " a lower smallest number in the text of the report."
)
NARROWED = (
    "Beside another public edition a narrowed one gives away small numbers. Make a public edition from everything"
    " logged, or make it internal."
)


class EditionForm(forms.ModelForm):
    is_public = forms.TypedChoiceField(
        label="Who can read it",
        choices=[(False, "Internal: people who sign in"), (True, "Public: anyone")],
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who can read it."},
        help_text="A public edition leaves out key points that are not agreed, the list of comments, the names of"
        " organisations, and small numbers of comments in its tables and beside its key points. The sum of each theme"
        " is printed in full.",
    )

    class Meta:
        model = Edition
        fields = ["title", "is_public"]
        error_messages = {"title": {"required": "Write the title."}}

    def __init__(self, *args, chosen, order, problems, **kwargs):
        """`chosen` is a valid ReportFilter; those of `problems` that stop publication are of the whole report."""
        kwargs.setdefault("initial", {"title": Programme.objects.get().title, "is_public": False})
        super().__init__(*args, **kwargs)
        self.chosen, self.order = chosen, order
        self.stopped = any(problem.stops_publication for problem in problems)

    def clean_title(self):
        title = self.cleaned_data["title"]
        passed = Programme.objects.get().passed_words
        if found := [words for words in words_like_personal_data(title) if words not in passed]:
            raise forms.ValidationError(f"“{found[0]}” may be personal data: leave it out of the title.")
        return title

    def clean(self):
        if self.stopped:
            raise forms.ValidationError(STOPPED)
        if Edition.objects.waiting().exists():
            raise forms.ValidationError(WAITING)
        if self.cleaned_data.get("is_public") and Programme.objects.get().fewest_shown:
            self.check_for_small_numbers()
        return self.cleaned_data

    def check_for_small_numbers(self):
        if self.order == "audience":
            raise forms.ValidationError(THEME_ORDER)
        if self.chosen.chosen():
            raise forms.ValidationError(NARROWED)

    def save(self, by):
        """Answers None where it was refused after all."""
        edition = self.instance
        edition.prepared_by = edition._history_user = by
        edition.number = Edition.objects.next_number()
        edition.query = "&".join(filter(None, [self.chosen.carried().urlencode(), f"order={self.order}"]))
        try:
            report = report_for(edition, self.chosen, self.order)
        except GivenAway as given_away:
            return self.add_error(None, GIVEN_AWAY.format(*given_away.args))
        if not report.figures.comments:
            return self.add_error(None, NO_COMMENT)
        if edition.is_public and not report.points:
            return self.add_error(None, NO_POINT)
        try:
            edition.report = as_kept(report)
            self.keep(edition, [(name, self.render(format, report)) for name, format in FORMATS.items()])
        except IntegrityError:  # the number is taken: somebody prepared one meanwhile
            self.add_error(None, WAITING)
        else:
            return edition

    def render(self, format, report):
        with_comments = format.of_comments and not self.instance.is_public
        return format.render(report, comment_rows(self.chosen, self.order) if with_comments else None)

    def keep(self, edition, files):
        """The edition with its files; these were written before, as that takes seconds."""
        with transaction.atomic():
            edition.save()
            for name, content in files:
                EditionFile.objects.create(edition=edition, format=name, content=content)
