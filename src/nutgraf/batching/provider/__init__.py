"""Drafts by way of the provider's batches: handed over in files, within a day, for half the price.

What comes back is grounded, repaired and entered by the ordinary worker, which finds the drafts
already there.
"""
