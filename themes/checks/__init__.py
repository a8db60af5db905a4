"""What is wrong with the report as it stands, and what stops it being published."""

from themes.checks.facts import Facts, gather
from themes.checks.frozen import problems_of_edition
from themes.checks.names import named_like_a_person
from themes.checks.problems import Problem, problems_of

__all__ = ["Facts", "Problem", "gather", "named_like_a_person", "problems_of", "problems_of_edition"]
