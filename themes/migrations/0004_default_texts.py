from django.db import migrations

INTRODUCTION = """\
At {meetings_held} meetings and forums we asked people across the borough what they make of our plans, and wrote down what they said.

This report puts together {comments} comments from {audiences} kinds of people and {organisations} organisations. Under each theme it says in short what people told us, how often and where it was said, and what the council does about it."""
BACKGROUND = """\
The plans have an overall vision and five Big Things. Every comment was put under one of them, so that each is counted once.

The meetings at which people were heard are listed at the end. Listening does not end with this report: what is said after it will be in the next."""
METHOD = """\
Officers wrote down what was said at each meeting, one point at a time. Each comment has one theme. Comments that say the same support one key point of that theme; the numbers beside a key point say how many comments support it, from how many meetings and kinds of people. Answers of the council, actions and remarks set aside are kept but not counted."""


def fill(apps, schema_editor):
    """Only what is empty: what somebody has written stays."""
    texts = {"introduction": INTRODUCTION, "background": BACKGROUND, "method": METHOD}
    for programme in apps.get_model("themes", "Programme").objects.all():
        for name, text in texts.items():
            setattr(programme, name, getattr(programme, name) or text)
        programme.save()


class Migration(migrations.Migration):
    dependencies = [("themes", "0003_the_report")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
