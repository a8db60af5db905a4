from django.db import migrations, models


def mark_undone(apps, schema_editor):
    """Of an act that was undone only in part it is not known which lines stayed: as before, none can be undone again."""
    apps.get_model("meetings", "MovedMeeting").objects.exclude(move__undone_at=None).update(undone=True)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0004_stakeholders_and_imports")]

    operations = [
        migrations.AddField("movedmeeting", "undone", models.BooleanField(default=False, editable=False)),
        migrations.RunPython(mark_undone, migrations.RunPython.noop),
    ]
