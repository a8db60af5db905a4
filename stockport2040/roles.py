"""Role -> permissions. A role is a group of that name; a person has one."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group, Permission

SAMPLE_ADDRESS = "@sample.invalid"  # the e-mail address of a sample account ends so

READ = [
    "meetings.view_meeting",
    "meetings.view_category",
    "meetings.view_audience",
    "meetings.view_stakeholder",
    "feedback.view_comment",
    "themes.view_theme",
    "themes.view_keypoint",
    "themes.view_edition",
]
LOG = [
    "feedback.add_comment",
    "feedback.change_comment",
    "meetings.record_attendance",
    "meetings.add_stakeholder",
    "themes.add_keypoint",
    "themes.change_keypoint",
]
SCHEDULE = [
    f"meetings.{act}_{model}"
    for model in ("meeting", "stakeholder", "category", "audience", "preelectionperiod")
    for act in ("add", "change", "delete")
]
CONTACTS = ["meetings.view_contact"]
MERGE = ["meetings.merge_stakeholder"]
THEMES = ["themes.add_theme", "themes.change_theme", "themes.view_programme", "themes.change_programme"]
PEOPLE = ["auth.view_user", "auth.add_user", "auth.change_user"]
REPORT = ["themes.agree_keypoint", "themes.answer_keypoint", "themes.edit_report", "themes.publish_edition"]
RESTORE = ["themes.restore_keypoint"]

ROLES = {
    "officer": READ + LOG + CONTACTS,
    "manager": READ + LOG + REPORT,
    "admin": list(dict.fromkeys(READ + LOG + CONTACTS + SCHEDULE + MERGE + THEMES + PEOPLE + RESTORE)),
}
LABELS = {"officer": "Engagement officer", "manager": "Manager", "admin": "Admin"}


class PortalBackend(ModelBackend):
    """Django's own, but the sample's accounts, whose password is published, work only where DEBUG is on."""

    def user_can_authenticate(self, user):
        is_sample = user is not None and user.email.endswith(SAMPLE_ADDRESS)
        return super().user_can_authenticate(user) and (settings.DEBUG or not is_sample)


def give_role(user, role):
    """The one role a person has; an admin alone gets into the Django admin. Saves the user."""
    user.is_staff = role == "admin"
    user.save()
    user.groups.set(Group.objects.filter(name=role))


def role_of(user):
    return next((group.name for group in user.groups.all() if group.name in ROLES), "")


def sync_roles(using, **signal):
    """After every migration: each role's group has just the permissions written here."""
    known = {
        f"{app}.{codename}": pk
        for pk, app, codename in Permission.objects.using(using).values_list(
            "pk", "content_type__app_label", "codename"
        )
    }
    for role, names in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set([known[name] for name in names])
