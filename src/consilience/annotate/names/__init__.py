"""Who and what one report speaks of: names, adjectives, descriptions and pronouns, each in a chain."""

from consilience.annotate.names.build import find_names

__all__ = ["find_names"]
