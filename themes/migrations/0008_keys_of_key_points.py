import uuid

from django.db import migrations, models


def give_each_its_own(apps, schema_editor):
    points = apps.get_model("themes", "KeyPoint").objects
    for pk in points.values_list("pk", flat=True):
        points.filter(pk=pk).update(key=uuid.uuid4())


class Migration(migrations.Migration):

    dependencies = [
        ('themes', '0007_take_down_editions'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalkeypoint',
            name='key',
            field=models.UUIDField(db_index=True, default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name='keypoint',
            name='key',
            field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
        ),
        migrations.RunPython(give_each_its_own, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='keypoint',
            name='key',
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
    ]
