"""A page on a desk and on a telephone."""

WIDTHS = (1280, 320)  # pixels


def set_width(page, width):
    page.set_viewport_size({"width": width, "height": 900})


def too_narrow_for(page):
    """The widths at which it has to be scrolled sideways."""
    found = []
    for width in WIDTHS:
        set_width(page, width)
        found += [width] if page.evaluate("document.documentElement.scrollWidth") > width else []
    return found


def fits_and_is_accessible(page, axe):
    for width in WIDTHS:
        set_width(page, width)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
