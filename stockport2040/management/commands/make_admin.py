"""The first admin, who makes the other people on the pages."""

import os
import sys
from getpass import getpass

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from stockport2040.roles import SAMPLE_ADDRESS, give_role


class Command(BaseCommand):
    help = "Make the first admin: asks for a name and a password, or takes ADMIN_NAME and ADMIN_PASSWORD."

    def handle(self, **options):
        if admins().exists():
            self.stdout.write("There is an admin already.")
        elif "ADMIN_NAME" in os.environ:
            self.make(os.environ["ADMIN_NAME"], os.environ.get("ADMIN_PASSWORD", ""))
        elif sys.stdin.isatty():
            self.ask()
        else:
            raise CommandError("Who is to be the admin? Set ADMIN_NAME and ADMIN_PASSWORD.")

    def ask(self):
        self.stdout.write("The first admin of this portal:")
        while not admins().exists():
            name, password = input("Name to sign in with: "), getpass()
            try:
                if getpass("Password again: ") != password:
                    raise CommandError("The two passwords are not the same.")
                self.make(name, password)
            except CommandError as reason:
                self.stderr.write(str(reason))

    def make(self, name, password):
        person = get_user_model()(username=name.strip())
        try:
            person.full_clean(exclude=["password"])
            validate_password(password, person)
        except ValidationError as reason:
            raise CommandError(" ".join(reason.messages)) from reason
        person.set_password(password)
        give_role(person, "admin")
        self.stdout.write(f"{person.username} is an admin now.")


def admins():
    """Those of the sample do not count: where the portal is in earnest they cannot sign in."""
    people = get_user_model().objects.filter(groups__name="admin", is_active=True)
    return people.exclude(email__endswith=SAMPLE_ADDRESS)
