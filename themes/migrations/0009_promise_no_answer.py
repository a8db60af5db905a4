from django.db import migrations

PROMISED = "how often and where it was said, and what the council does about it."
COUNTED = (
    "how often and where it was said. The council has answered {answered} of {key_points} key points so far."
)


def count(apps, schema_editor):
    """Only where the words that the portal itself put there still stand."""
    for programme in apps.get_model("themes", "Programme").objects.filter(introduction__contains=PROMISED):
        programme.introduction = programme.introduction.replace(PROMISED, COUNTED)
        programme.save()


class Migration(migrations.Migration):
    dependencies = [("themes", "0008_keys_of_key_points")]
    operations = [migrations.RunPython(count, migrations.RunPython.noop)]
