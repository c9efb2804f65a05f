"""Measures keystone-seed side by side with other ways to do the same, in one run, as ratios."""


class Failure(Exception):
    """Why something cannot be measured."""
