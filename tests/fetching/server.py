"""A web server on this machine, with pages that a test lays out."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What the server answers: ``slow`` is the seconds between two pieces of ``body``."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    slow: float = 0.0


@dataclass
class Site:
    """A site: its address, its pages by path, and the paths asked for so far."""

    url: str
    pages: dict[str, Answer]
    asked: list[str]


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    """A site that answers until the block ends."""
    pages: dict[str, Answer] = {}
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            answer = pages.get(self.path, Answer(b"none", 404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            for at in range(0, len(answer.body), 1000):
                time.sleep(answer.slow)
                try:
                    self.wfile.write(answer.body[at : at + 1000])
                    self.wfile.flush()
                except OSError:
                    return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Site(f"http://{host}:{server.server_port}", pages, asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
