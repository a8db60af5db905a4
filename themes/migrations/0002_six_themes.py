from datetime import date

from django.db import migrations

from themes.six_themes import THEMES


def add(apps, schema_editor):
    Theme, Programme = apps.get_model("themes", "Theme"), apps.get_model("themes", "Programme")
    for number, theme in enumerate(THEMES):
        Theme.objects.create(
            number=number,
            name=theme["name"],
            slug=theme["slug"],
            definition=theme["definition"],
            aliases="\n".join(theme["aliases"]),
            keywords="\n".join(theme["keywords"]),
            version=1,
        )
    Programme.objects.create(
        id=1,
        title="One Stockport: One Future",
        starts_on=date(2023, 11, 1),
        ends_on=date(2024, 2, 29),
        version=1,
    )


class Migration(migrations.Migration):
    dependencies = [("themes", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
