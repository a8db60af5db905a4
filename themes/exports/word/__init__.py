"""Word by python-docx: real headings, lists and tables; the same report twice is the same bytes."""


def render(report, comments=None):
    from themes.exports.word.render import as_word

    return as_word(report)
