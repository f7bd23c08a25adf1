"""The statistics of the eval harness: intervals, paired tests, corrections, components, rates.

Nothing here knows of articles or scorers. It needs numpy and scipy (extra ``evals``), so import it
where something is computed and not where a command starts.

Raises:
    ConfigError: On import, where the extra is not installed.
"""

from importlib import import_module

from nutgraf.errors import ConfigError

try:
    import_module("scipy.special")  # which needs numpy; all modules here need one or both
except ImportError as error:
    raise ConfigError(
        "an evaluation needs scipy and numpy, which are not installed: pip install 'nutgraf[evals]'"
    ) from error
