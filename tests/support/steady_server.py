"""One answer to whatever is asked, after a while, from a process of its own: for benchmarks.

It reads of a request how long it is and nothing else, and its answer's bytes are made beforehand,
so that it takes as little as can be of the processors that it shares with the client.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, cast

from tests.support.openai_server import plain_completion

_END_OF_HEAD: Final = b"\r\n\r\n"
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Connection(asyncio.Protocol):
    """One connection, kept alive; a client sends its next request after the response.

    Args:
        response: The bytes of the whole response.
        after_s: Seconds from the last byte of a request to its response.
    """

    def __init__(self, response: bytes, after_s: float) -> None:
        self._response = response
        self._after_s = after_s
        self._head = b""
        self._missing = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        if self._missing:
            self._missing -= len(data)
        else:
            self._head += data
            end = self._head.find(_END_OF_HEAD)
            if end < 0:
                return
            length = _LENGTH.search(self._head, 0, end)
            whole = end + len(_END_OF_HEAD) + (int(length[1]) if length else 0)
            self._missing = whole - len(self._head)
            self._head = b""
        if not self._missing:
            loop = asyncio.get_running_loop()
            loop.call_later(self._after_s, self._transport.write, self._response)


@contextmanager
def serving(text: str, after_s: float = 0.0) -> Iterator[str]:
    """Answer with a text from another process, after a while; yield the base URL."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text"
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "tests.support.steady_server", str(file), str(after_s)]
        root = Path(__file__).parents[2]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
        ) as process:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
            process.communicate()


def main() -> None:
    """Serve the text in the file named, after the seconds named, until standard input is closed."""
    file, after_s = sys.argv[1:]
    content = plain_completion(Path(file).read_text(encoding="utf-8")).content
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(content)}"
    response = head.encode() + _END_OF_HEAD + content
    asyncio.run(serve(partial(Connection, response, float(after_s))))


async def serve(connected: partial[Connection]) -> None:
    """Say where, and serve until standard input is closed."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(connected, "127.0.0.1", 0, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    main()
