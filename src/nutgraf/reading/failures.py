"""Guards around the libraries that read file formats for us.

What the libraries are asked to do is said where they are called.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nutgraf.errors import ArticleError, ConfigError, NutgrafError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def importing(library: str, name: str, install: str) -> Iterator[None]:
    """Say what to install where a library is missing.

    Args:
        library: The library that is imported inside.
        name: The file that needs it, for the message.
        install: What to give to ``pip install``.

    Raises:
        ConfigError: The import failed.
    """
    try:
        yield
    except ImportError as error:
        raise ConfigError(
            f'{name}: reading it needs {library}; run pip install "{install}"'
        ) from error


@contextmanager
def reading_with(library: str, name: str, kind: str) -> Iterator[None]:
    """Turn whatever a library raises on a bad file into an ``ArticleError``.

    The library's warnings reach the handlers that the application has set up, and nobody's
    standard error where it has set up none.

    Args:
        library: The library, which is also the name of its logger.
        name: The file, for the message.
        kind: What the file should be, for the message: "a PDF".

    Raises:
        ArticleError: The library raised anything that is not an error of ours.
    """
    logger = logging.getLogger(library)
    silence = logging.NullHandler()
    logger.addHandler(silence)
    try:
        yield
    except NutgrafError:
        raise
    except Exception as error:  # on hostile bytes they raise any type there is
        raise ArticleError(
            f"{name}: {library} cannot read it as {kind} ({type(error).__name__}); "
            "check that the file is whole, or save it as plain text"
        ) from error
    finally:
        logger.removeHandler(silence)
