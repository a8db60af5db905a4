"""Writes to those who led meetings that have no notes yet."""

from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage, get_connection
from django.core.management.base import BaseCommand, CommandError

from meetings.chase import chased

A_WEEK = 7
LONGEST = 3_650


class Command(BaseCommand):
    help = "E-mail each lead the meetings of theirs that have no notes; admins get the others."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=A_WEEK, help="outstanding at least so many days (7)")
        parser.add_argument("--dry-run", action="store_true", help="print what would be sent, send nothing")

    def handle(self, days, dry_run, **options):
        if not 0 <= days <= LONGEST:
            raise CommandError(f"Give a number of days from 0 to {LONGEST}.")
        letters = [letter(each) for each in chased(at_least=days)]
        if not letters:
            self.stdout.write("Every held meeting has notes.")
        unsent = [self.tell(each) if dry_run else self.send(each) for each in letters]
        if any(unsent):
            raise CommandError(f"{sum(unsent)} of {len(letters)} not sent.")

    def tell(self, message):
        to = ", ".join(message.to) or "nobody: no address is known"
        self.stdout.write(f"To: {to}\nSubject: {message.subject}\n\n{message.body}\n")
        return False

    def send(self, message):
        """Whether it could not be sent."""
        if not message.to:
            self.stderr.write(f"{message.subject}: no address is known.")
            return True
        try:
            message.connection = get_connection()
            message.send()
        except (SMTPException, OSError) as why:
            self.stderr.write(f"{', '.join(message.to)}: {why}")
            return True
        self.stdout.write(f"Sent to {', '.join(message.to)}.")
        return False


def letter(each):
    number = len(each.meetings)
    subject = f"Stockport 2040: {number} meeting{'' if number == 1 else 's'} with no notes yet"
    to = [each.lead.email] if each.can_be_asked else list(keepers())
    return EmailMessage(subject, each.reminder(settings.PORTAL_ADDRESS), to=[address for address in to if address])


def keepers():
    """The addresses of those who keep the schedule."""
    people = get_user_model().objects.with_perm(
        "meetings.change_meeting", backend="django.contrib.auth.backends.ModelBackend"
    )
    return people.filter(is_active=True).exclude(email="").order_by("pk").values_list("email", flat=True)
