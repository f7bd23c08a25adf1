"""The statistics of the eval harness: intervals, paired tests, corrections, components, rates.

Nothing here knows of articles or scorers. It needs numpy and scipy (extra ``evals``), so import it
where something is computed and not where a command starts.
"""
