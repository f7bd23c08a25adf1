"""Every error that nutgraf raises on purpose, and the exit code of the command for each.

    NutgrafError
    ├── ConfigError              a setting is missing, unknown or does not fit
    ├── ArticleError             the article cannot be read
    ├── PromptError              a prompt file is missing, or does not fit its schema
    ├── SchemaError              a schema cannot be used, or a result file does not fit it
    ├── ModelError               the provider said no, and saying it again will not help
    │   └── TransientModelError  down, busy or too slow: the only kind that is retried
    ├── OutputError              the answer never fitted the schema
    │   ├── TruncatedError       the answer was cut off at the token limit
    │   └── RefusalError         the model refused to answer
    ├── RecordingError           a replay has no recording for the request
    ├── FindingsError            checks found something, and the caller asked to fail on it
    ├── SummaryError             a summary that is to be checked cannot be read
    ├── FixtureError             a labelled article does not fit its labels
    ├── RegressionError          a gate found scores lower than their baseline
    ├── NotEnoughDataError       a gate has too few cases to find anything
    ├── EvalError                a suite, run folder or baseline does not fit
    ├── BatchError               a run folder, its ledger or its input does not fit
    ├── StoppedError             a batch was stopped by a signal, with work left
    ├── BudgetError              a batch came to the end of its budget, with work left
    └── UnfinishedError          a batch is through, but documents of it failed

A message names the file or field, what was expected and what to do. It never holds article text or
a key. Nothing is imported here.
"""


class NutgrafError(Exception):
    """The base of all of them.

    Attributes:
        exit_code: What the command exits with; distinct for each kind.
    """

    exit_code = 1


class ConfigError(NutgrafError):
    """A setting is missing, unknown or does not fit."""

    exit_code = 3


class ArticleError(NutgrafError):
    """The article cannot be read: missing, empty, binary, undecodable or too large."""

    exit_code = 4


class PromptError(NutgrafError):
    """A prompt file is missing, malformed, or asks for a variable that nobody gives."""

    exit_code = 5


class SchemaError(NutgrafError):
    """A schema cannot be used, or a result file does not fit it."""

    exit_code = 6


class ModelError(NutgrafError):
    """The provider said no (key, quota, unknown model, bad request): never retried.

    Attributes:
        for_every_request: Whether it is about the account, the model or the server and not about
            this one request, so that any other would meet the same.
        input_tokens: Tokens that were spent before it failed.
        output_tokens: Likewise, of answers that were of no use.
    """

    exit_code = 7
    for_every_request = False
    input_tokens = 0
    output_tokens = 0


class TransientModelError(ModelError):
    """The model is down, busy or too slow; it still was after the retries.

    Attributes:
        retry_after_s: Seconds that the server asked to wait, or None where it did not say.
        too_fast: Whether it asks for fewer requests, not just for the same one again.
    """

    exit_code = 8

    def __init__(
        self, message: str, *, retry_after_s: float | None = None, too_fast: bool = False
    ) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s
        self.too_fast = too_fast


class OutputError(NutgrafError):
    """The model answered, but the answer did not fit the schema after the re-asks.

    Attributes:
        input_tokens: Tokens that were spent on the answers that did not fit.
        output_tokens: Likewise, of the answers themselves.
    """

    exit_code = 9
    input_tokens = 0
    output_tokens = 0


class TruncatedError(OutputError):
    """The answer was cut off at the token limit; asking again would cut it off again."""

    exit_code = 10


class RefusalError(OutputError):
    """The model, or its content filter, refused to answer."""

    exit_code = 11


class RecordingError(NutgrafError):
    """A recording is missing or unreadable; a replay never falls back to the network."""

    exit_code = 12


class FindingsError(NutgrafError):
    """Checks found something, and the caller asked to fail on it."""

    exit_code = 13


class FixtureError(NutgrafError):
    """A labelled article is missing, malformed, or quotes what its article does not have."""

    exit_code = 14


class SummaryError(NutgrafError):
    """A summary that is to be checked cannot be read, or is that of another article."""

    exit_code = 15


class RegressionError(NutgrafError):
    """A gate found scores lower than their baseline."""

    exit_code = 16


class NotEnoughDataError(NutgrafError):
    """A gate has too few cases, or lacks the scores of some, to say that nothing fell."""

    exit_code = 17


class EvalError(NutgrafError):
    """A suite, a run folder or a baseline cannot be read, or does not fit the others."""

    exit_code = 18


class BatchError(NutgrafError):
    """A run folder, its ledger or the input of a batch is missing, or does not fit."""

    exit_code = 19


class StoppedError(NutgrafError):
    """A batch was stopped by a signal while documents were waiting; it can be gone on with."""

    exit_code = 20


class BudgetError(NutgrafError):
    """A batch came to the end of its budget while documents were waiting; likewise."""

    exit_code = 21


class UnfinishedError(NutgrafError):
    """A batch is through, and some of its documents failed or were cut off."""

    exit_code = 22
