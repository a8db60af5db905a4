"""All that the database needs before the portal is served from this machine."""

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from stockport2040.management.commands.load_sample import PASSWORD, SIGN_INS
from stockport2040.roles import LABELS, SAMPLE_ADDRESS


class Command(BaseCommand):
    help = "Bring the database up to date; on the first start load the sample or, with --empty, make an admin."

    def add_arguments(self, parser):
        parser.add_argument("--empty", action="store_true", help="without the sample")

    def handle(self, empty, **options):
        call_command("migrate", verbosity=0)
        people = get_user_model().objects
        if not people.exists():
            call_command("make_admin" if empty else "load_sample")
        names = set(people.filter(email__endswith=SAMPLE_ADDRESS).values_list("username", flat=True))
        if names:
            self.show_sign_ins(names, empty)

    def show_sign_ins(self, names, empty):
        if empty:
            self.stdout.write("The sample is in this database already: --empty needs a new one.")
        self.stdout.write("Sign in as one of these:")
        for name, (role, _) in SIGN_INS.items():
            if name in names:
                self.stdout.write(f"  {name:<8} password {PASSWORD}   {LABELS[role]}")
