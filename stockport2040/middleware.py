"""What every page has in common on its way in and out.

What is typed is cleaned once, for every form and filter of the portal and of the admin. What a signed-in person is
shown is kept by no cache: after sign-out nothing of it can be read in the browser.
"""

from django.http import QueryDict
from django.utils.cache import patch_cache_control

from feedback.notes.printable import printable


def clean_text(get_response):
    def middleware(request):
        request.GET = cleaned(request.GET)
        request.POST = cleaned(request.POST)
        return get_response(request)

    return middleware


def private_pages(get_response):
    def middleware(request):
        response = get_response(request)
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware


def cleaned(values):
    clean = QueryDict(mutable=True, encoding=values.encoding)
    for name, texts in values.lists():
        clean.setlist(name, [printable(text) for text in texts])
    clean._mutable = False
    return clean
