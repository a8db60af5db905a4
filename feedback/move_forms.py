"""To which meeting comments go that were logged at another."""

from django import forms

from feedback.moves import by_nearness
from meetings.models import Meeting


class MoveCommentsForm(forms.Form):
    meeting = forms.ModelChoiceField(
        Meeting.objects.all(),
        label="At which meeting was it said?",
        error_messages={
            "required": "Choose the meeting where it was said.",
            "invalid_choice": "Choose one from the list.",
        },
    )

    def __init__(self, comments, *args, **options):
        super().__init__(*args, **options)
        self.comments = comments
        groups = by_nearness(list(Meeting.objects.all()), comments)
        near, others = [[(meeting.pk, str(meeting)) for meeting in group] for group in groups]
        self.fields["meeting"].choices = [("", "Choose one"), ("About the same time", near), ("All others", others)]

    def clean_meeting(self):
        meeting = self.cleaned_data["meeting"]
        if self.comments and {comment.meeting_id for comment in self.comments} == {meeting.pk}:
            raise forms.ValidationError("What is ticked stands at that meeting already. Choose another.")
        return meeting
