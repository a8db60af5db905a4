"""What is wrong with the report as it stands, and what stops it being published."""

from themes.checks.facts import Facts, gather
from themes.checks.problems import Problem, problems_of

__all__ = ["Facts", "Problem", "gather", "problems_of"]
