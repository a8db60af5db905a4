from django.db import migrations

CATEGORIES = ["Stakeholder meetings", "Team Around the Place", "Members", "Staff and colleagues"]
UNDER_MEMBERS = "Area Committees"
AUDIENCES = [
    "Young people",
    "VCFSE",
    "Businesses",
    "Elected members",
    "Health and care",
    "Schools and colleges",
    "Public services",
    "Housing providers",
    "Neighbourhood teams",
    "Equality networks",
    "Council colleagues",
]


def add(apps, schema_editor):
    Category, Audience = apps.get_model("meetings", "Category"), apps.get_model("meetings", "Audience")
    for position, name in enumerate(CATEGORIES, 1):
        Category.objects.create(name=name, position=position, version=1)
    members = Category.objects.get(name="Members")
    Category.objects.create(name=UNDER_MEMBERS, parent=members, position=1, version=1)
    for position, name in enumerate(AUDIENCES, 1):
        Audience.objects.create(name=name, position=position, version=1)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
