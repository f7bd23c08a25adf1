"""The Batches and Files endpoints: requests handed over in a file, answered within a day.

Each method is one exchange. When to make it, and what to do about a batch that may or may not have
been made, is decided by who calls: making one is the only call here that is never repeated.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

import openai
from pydantic import BaseModel, ValidationError

from nutgraf.errors import ModelError, TransientModelError
from nutgraf.llm.openai_client.batch_records import BatchRecord, FileRecord, Page
from nutgraf.llm.openai_client.errors import translate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from nutgraf.llm.openai_client.connections import Connections
    from nutgraf.llm.retry import Patience

RecordT = TypeVar("RecordT", bound=BaseModel)
ReturnT = TypeVar("ReturnT")

_ENDPOINT: Final = "/v1/chat/completions"
_WINDOW: Final = "24h"
_TRANSFER_S: Final = 3600.0  # the longest that a file may take; its size may be 200 MB and more
_PAGE: Final = 100
_MOST_PAGES: Final = 100
_SKEW_S: Final = 3600.0  # between a server's clock and ours


class MissingError(ModelError):
    """The server has no such file or batch, or not for this key."""


class Batches:
    """The batches of a server.

    Args:
        place: The server's host, for messages.
        connections: To it.
        patience: How long to keep trying.
    """

    def __init__(self, place: str, connections: Connections, patience: Patience) -> None:
        self._place = place
        self._connections = connections
        self._patience = patience

    @property
    def place(self) -> str:
        """The server's host."""
        return self._place

    async def upload(self, path: Path) -> str:
        """Hand over a file of requests, and return its id.

        Raises:
            ModelError: The server said no; `TransientModelError` after the retries.
            OSError: The file cannot be read.
        """
        record = await self._patience.retry(partial(self._upload, path))
        return record.id

    async def create(self, file_id: str, metadata: Mapping[str, str]) -> BatchRecord:
        """Have a batch made of a file; asked once and never again.

        Raises:
            ModelError: The server said no. After a `TransientModelError` it may have been made.
        """
        body = {
            "input_file_id": file_id,
            "endpoint": _ENDPOINT,
            "completion_window": _WINDOW,
            "metadata": dict(metadata),
        }
        return await self._post("/batches", body)

    async def retrieve(self, batch_id: str) -> BatchRecord:
        """Return how a batch stands.

        Raises:
            MissingError: There is none with this id.
            ModelError: The server said no; `TransientModelError` after the retries.
        """
        return await self._patience.retry(partial(self._get, f"/batches/{batch_id}", BatchRecord))

    async def cancel(self, batch_id: str) -> BatchRecord:
        """Ask for the end of a batch; what it has answered by then can still be fetched.

        Raises:
            MissingError: There is none with this id.
            ModelError: The server said no; `TransientModelError` after the retries.
        """
        return await self._patience.retry(partial(self._post, f"/batches/{batch_id}/cancel", {}))

    async def find(self, metadata: Mapping[str, str], since: float) -> BatchRecord | None:
        """Return the batch with this metadata, or None.

        Args:
            metadata: What it was made with.
            since: When it was made at the earliest, in seconds since 1970; the list has the newest
                first, so older ones are not looked through.

        Raises:
            ModelError: The server said no, or has too many batches to look through;
                `TransientModelError` after the retries.
        """
        after = ""
        for _ in range(_MOST_PAGES):
            path = f"/batches?limit={_PAGE}{f'&after={after}' if after else ''}"
            page = await self._patience.retry(partial(self._get, path, Page))
            for record in page.data:
                if metadata.items() <= (record.metadata or {}).items():
                    return record
            if not page.data or not page.has_more or page.data[-1].created_at < since - _SKEW_S:
                return None
            after = page.data[-1].id
        raise ModelError(
            f"{self._place}: it lists more than {_MOST_PAGES * _PAGE:,} newer batches, so it "
            "cannot be told whether one was made; see its dashboard"
        )

    async def download(self, file_id: str, path: Path) -> None:
        """Fetch a file; it is held in memory by pieces only.

        Raises:
            MissingError: There is none with this id, or it was deleted since.
            ModelError: The server said no; `TransientModelError` after the retries.
            OSError: It cannot be written.
        """
        part = path.with_name(f"{path.name}.part")
        await self._patience.retry(partial(self._download, file_id, part))
        part.replace(path)

    async def _upload(self, path: Path) -> FileRecord:
        api = (await self._connections.of_running_loop()).api
        files = api.files.with_raw_response
        with path.open("rb") as stream:
            send = partial(files.create, file=(path.name, stream), purpose="batch")
            response = await self._exchange(partial(send, timeout=_TRANSFER_S), _TRANSFER_S)
        return self._read(response.content, FileRecord)

    async def _post(self, path: str, body: Mapping[str, object]) -> BatchRecord:
        api = (await self._connections.of_running_loop()).api
        send = partial(api.post, path, body=body, cast_to=bytes)
        return self._read(await self._exchange(send, self._patience.attempt_s), BatchRecord)

    async def _get(self, path: str, kind: type[RecordT]) -> RecordT:
        api = (await self._connections.of_running_loop()).api
        send = partial(api.get, path, cast_to=bytes)
        return self._read(await self._exchange(send, self._patience.attempt_s), kind)

    async def _download(self, file_id: str, path: Path) -> None:
        api = (await self._connections.of_running_loop()).api

        async def stream() -> None:
            content = api.files.with_streaming_response.content(file_id)
            async with content as response:
                with path.open("wb") as file:
                    async for piece in response.iter_bytes():
                        file.write(piece)

        await self._exchange(stream, _TRANSFER_S)

    async def _exchange(self, send: Callable[[], Awaitable[ReturnT]], longest_s: float) -> ReturnT:
        try:
            async with asyncio.timeout(longest_s):
                return await send()
        except TimeoutError as error:
            raise TransientModelError(f"{self._place}: no answer in {longest_s:g} s") from error
        except openai.NotFoundError as error:
            raise MissingError(
                f"{self._place}: has no such file or batch, or not for this key"
            ) from error
        except openai.OpenAIError as error:
            raise translate(error, self._place) from error
        except OSError:
            raise  # of our own disk
        except Exception as error:
            if not _of_the_connection(error):
                raise
            raise TransientModelError(f"{self._place}: broke off") from error

    def _read(self, content: bytes, kind: type[RecordT]) -> RecordT:
        try:
            return kind.model_validate_json(content)
        except ValidationError:
            pass  # raised below instead, as pydantic's exception quotes the reply
        raise ModelError(f"{self._place}: speaks no batches; leave out --via provider-batch")


def _of_the_connection(error: Exception) -> bool:
    """Tell whether the HTTP library raised it: openai translates none of those of a stream."""
    return type(error).__module__.partition(".")[0] == _HTTP_LIBRARY


_HTTP_LIBRARY: Final = openai.DefaultAsyncHttpxClient.__mro__[1].__module__.partition(".")[0]
