"""PDF by typst, to PDF/UA-1: typst refuses to write what is not. The report goes in as data, never as markup."""

import json
import re
import unicodedata
from dataclasses import asdict
from pathlib import Path

from themes.exports.document import about, blocks

TEMPLATE = Path(__file__).with_name("report.typ")
# How typst names what it will not set: a text that no font has, a codepoint that the standard forbids.
UNSETTABLE = re.compile(r'(?:the text|disallowed codepoint) `"(.+?)"`')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
TRIES = 9


def render(report, comments=None):
    return typeset(report, about(report), blocks(report), contents=True)


def typeset(report, head, body, contents):
    data = {
        "title": report.title,
        "contents": contents,
        "head": [asdict(block) for block in head],
        "body": [asdict(block) for block in body],
    }
    return compiled(json.dumps(data, ensure_ascii=False))


def compiled(data, tries=TRIES):
    """What no font on the machine can set is spelled out by name, rather than left out or printed as a box."""
    import typst

    try:
        return typst.compile(
            TEMPLATE.read_bytes(), format="pdf", pdf_standards="ua-1", timestamp=0, sys_inputs={"data": data}
        )
    except typst.TypstError as error:
        texts = {unescaped(text) for text in UNSETTABLE.findall(error.diagnostic)}
        if not texts or not tries:
            raise
        return compiled(spelled_out(data, set("".join(texts))), tries - 1)


def unescaped(text):
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def spelled_out(data, characters):
    return data.translate({ord(character): spelling(character) for character in characters if ord(character) > 127})


def spelling(character):
    """*[smiling face]*; a joiner or other mark that nobody sees is nothing."""
    if unicodedata.category(character) == "Cf":
        return ""
    return f"[{unicodedata.name(character, '').lower() or f'U+{ord(character):04X}'}]"


def picture(svg):
    """The SVG as PNG, for Word."""
    import typst

    page = b'#set page(width: auto, height: auto, margin: 4pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
    return typst.compile(page, format="png", ppi=200, sys_inputs={"svg": svg})
