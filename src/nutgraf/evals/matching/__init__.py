"""When what a summary says counts as what a label says: the rules, one part to a module.

Each rule gives a similarity between 0 (two things) and 1; ``assignment`` then pairs labels and
items one to one. What is counted of the pairs is the business of ``nutgraf.evals.scorers``.
"""

from nutgraf.evals.matching.assignment import Pair, assign

__all__ = ["Pair", "assign"]
