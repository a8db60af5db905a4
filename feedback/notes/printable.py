"""What can be kept of a text, shown and printed: for what is typed and for what files hold."""

import re

LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # \x0b is Word's line break inside a paragraph
# Control characters, lone surrogates and two non-characters: XML, and so Word, cannot hold them.
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text):
    return UNPRINTABLE.sub("", LINE_BREAKS.sub("\n", text))
