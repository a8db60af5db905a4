"""The tokens that a date's shape matched, as its builder reads them."""

from meetings.date_tokens import century


class Found:
    """The tokens a shape matched, by the names of its groups."""

    def __init__(self, tokens, match):
        self.tokens, self.match = tokens, match

    def __getitem__(self, group):
        start, end = self.match.span(group)
        return self.tokens[max(start, 0) : max(end, 0)]

    def value(self, *kinds, group=0):
        return next((token.value for token in self[group] if token.kind in kinds), None)

    @property
    def year(self):
        token = next((token for token in self["year"] if token.kind in "yhn"), None)
        if token is None or len(token.text) < 2:
            return None
        return century(token.value) if token.kind == "n" else token.value

    @property
    def flags(self):
        short_year = any(token.kind == "n" for token in self["year"]) if "year" in self.match.re.groupindex else 0
        mended = [flag for token in self[0] for flag in token.flags]
        return tuple(dict.fromkeys(mended + ["2-digit-year"] * bool(short_year)))

    @property
    def before(self):
        return self.tokens[self.match.start() - 1] if self.match.start() else None

    @property
    def after(self):
        return self.tokens[self.match.end()] if self.match.end() < len(self.tokens) else None

    @property
    def is_alone(self):
        return not self.outside.strip(",. ")

    @property
    def outside(self):
        """The kinds of the tokens before it and of those behind it."""
        return f"{self.match.string[: self.match.start()]} {self.match.string[self.match.end() :]}"
