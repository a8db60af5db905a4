"""What is typed is cleaned once, on its way in, for every form and filter of the portal and of the admin."""

import re

from django.http import QueryDict

LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # \x0b is Word's line break inside a paragraph
# Control characters, lone surrogates and two non-characters: XML, and so Word, cannot hold them.
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean_text(get_response):
    def middleware(request):
        request.GET = cleaned(request.GET)
        request.POST = cleaned(request.POST)
        return get_response(request)

    return middleware


def cleaned(values):
    clean = QueryDict(mutable=True, encoding=values.encoding)
    for name, texts in values.lists():
        clean.setlist(name, [printable(text) for text in texts])
    clean._mutable = False
    return clean


def printable(text):
    return UNPRINTABLE.sub("", LINE_BREAKS.sub("\n", text))
