import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import resolve

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stockport2040.settings")
application = get_wsgi_application()
resolve("/")  # loads every page's code: half a second that the first person would wait for
gc.freeze()  # what is loaded stays: else it is looked through for garbage in the middle of a long page
