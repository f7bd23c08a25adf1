"""The statistics of the eval harness: intervals, paired tests, corrections, components, rates.

Nothing here knows of articles or scorers. numpy and scipy are imported here and nowhere else in the
package, so that a command that computes nothing starts fast; whoever imports from here does so when
it computes.
"""
