"""The review page, served to this machine alone.

The address holds a random token; a request from another page, another host name or another machine is refused; the page
may load nothing but its own script and style.
"""

from __future__ import annotations

import json
import secrets
import socket
from collections.abc import Awaitable, Callable
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from briefing.errors import BriefingError
from briefing.model.claim import FORCES, NATURES, SECTORS
from briefing.review.desk import UNPRINTED, Desk

HOST = "127.0.0.1"
LONGEST = 64 * 1024
"""Bytes of a request's body at most."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
FILES = {"review.js": "text/javascript", "review.css": "text/css"}
SAID = ("reason", "text", "place")
"""What a decision may say beside what it sets."""


class Page:
    """The routes of one review, below one token."""

    def __init__(self, desk: Desk, token: str) -> None:
        self.desk, self.token = desk, token

    def app(self, port: int) -> Starlette:
        """The application; ``port`` is where it is served, which every request must name."""
        routes = [
            Route(f"/{self.token}/", self.page),
            Route(f"/{self.token}/state", self.state),
            Route(f"/{self.token}/passage/{{claim}}", self.passage),
            Route(f"/{self.token}/decide", self.decide, methods=["POST"]),
            Route(f"/{self.token}/accept", self.accept, methods=["POST"]),
            Route(f"/{self.token}/undo", self.undo, methods=["POST"]),
            *(Route(f"/{self.token}/{name}", self.file) for name in FILES),
        ]
        app = Starlette(routes=routes)
        app.add_middleware(_OwnPageOnly, origin=f"http://{HOST}:{port}")
        return app

    async def page(self, _: Request) -> Response:
        """The page itself; its claims are loaded by its script."""
        made = _template().render(forces=FORCES, natures=NATURES, sectors=SECTORS)
        return Response(made, media_type="text/html")

    async def file(self, request: Request) -> Response:
        """The page's script or style."""
        name = request.url.path.rsplit("/", 1)[-1]
        return Response((resources.files("briefing.review") / name).read_bytes(), media_type=FILES[name])

    async def state(self, _: Request) -> Response:
        """Every list of claims, every claim as decided now, and how far the review is."""
        return JSONResponse(await run_in_threadpool(self._state))

    async def passage(self, request: Request) -> Response:
        """A claim's source, parted before and after its passage, and the line as it would print."""
        try:
            return JSONResponse(await run_in_threadpool(self._passage, request.path_params["claim"]))
        except BriefingError as problem:
            return JSONResponse({"problem": str(problem)}, 404)

    async def decide(self, request: Request) -> Response:
        """One decision: what is done to which claims, and what it sets."""
        return await self._write(request, self._decide)

    async def accept(self, request: Request) -> Response:
        """Accepts the claims that are on the screen."""
        return await self._write(request, self._accept)

    async def undo(self, request: Request) -> Response:
        """Takes back the last decision."""
        return await self._write(request, self._undo)

    async def _write(self, request: Request, act: Callable[[dict[str, Any]], str]) -> Response:
        """What ``act`` says once it is on the disk, with the new state; a mistake is told and changes nothing."""
        body = await request.body()
        try:
            asked = json.loads(body) if body else {}
        except ValueError:
            return JSONResponse({"problem": "the request is no JSON"}, 400)
        if not isinstance(asked, dict):
            return JSONResponse({"problem": "the request is no object"}, 400)
        before = self.desk.version
        try:
            told = await run_in_threadpool(act, asked)
        except BriefingError as problem:
            return JSONResponse({"problem": str(problem)}, 422)
        merged = bool(asked.get("version")) and asked["version"] != before
        return JSONResponse({**await run_in_threadpool(self._state), "told": told, "merged": merged})

    def _state(self) -> dict[str, Any]:
        rows = self.desk.rows()
        done, total = self.desk.progress(rows)
        sections = [
            {"name": name, "label": "Not printed" if name == UNPRINTED else self.desk.label(name), "claims": claims}
            for name, claims in self.desk.sections.items()
        ]
        state = {"version": self.desk.version, "sections": sections, "claims": rows, "done": done, "total": total}
        return state | {"sources": dict(self.desk.outlets)}

    def _passage(self, name: str) -> dict[str, Any]:
        claim, source = self.desk.passage(name)
        start, end = claim.anchor.span
        line = self.desk.line(name)
        return {
            "source": self.desk.outlets[source.id],
            "language": source.language,
            "before": source.text[:start],
            "exact": source.text[start:end],
            "after": source.text[end:],
            "line": line and {"section": self.desk.label(line.section), "voice": line.voice, "text": line.text},
            "notes": list(line.notes) if line else [],
            "kept": source.id in self.desk.above,
        }

    def _decide(self, asked: dict[str, Any]) -> str:
        claims = _texts(asked.get("claims"))
        changes = asked.get("set")
        figure = asked.get("figure")
        said = {key: asked[key] for key in SAID if asked.get(key)}
        made = self.desk.decide(
            str(asked.get("do")),
            claims,
            changes if isinstance(changes, dict) else {},
            figure if isinstance(figure, int) else None,
            **said,
        )
        return f"{made.act}, on the disk as {made.id}"

    def _accept(self, asked: dict[str, Any]) -> str:
        count = self.desk.accept(_texts(asked.get("claims")))
        return f"{count} {'claim' if count == 1 else 'claims'} accepted, on the disk"

    def _undo(self, _: dict[str, Any]) -> str:
        made = self.desk.undo()
        return f"{made.act} taken back" if made else "nothing to take back"


class _OwnPageOnly(BaseHTTPMiddleware):
    """Refuses what does not come from the page itself; adds the headers that keep it so."""

    def __init__(self, app: Any, origin: str) -> None:
        super().__init__(app)
        self._origin = origin

    async def dispatch(self, request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        """The answer, or 403 for a stranger and 413 for too much."""
        told = self._refused(request)
        response = Response(told[1], told[0]) if told else await call_next(request)
        response.headers.update(HEADERS)
        return response

    def _refused(self, request: Request) -> tuple[int, str] | None:
        if f"http://{request.headers.get('host')}" != self._origin:
            return 403, "another host name"
        if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return 403, "another site"
        if request.method != "POST":
            return None
        if request.headers.get("origin") != self._origin:
            return 403, "another origin"
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return 403, "no JSON"
        length = request.headers.get("content-length", "")
        return None if length.isdigit() and int(length) <= LONGEST else (413, "too long")


def serve(desk: Desk, port: int, told: Callable[[str], None]) -> None:
    """Serves the review until it is interrupted; ``told`` is given its address once it answers.

    ``port`` 0 takes any that is free. Raises OSError where the port is taken.
    """
    import uvicorn

    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen()
        port = listening.getsockname()[1]
        token = secrets.token_urlsafe(24)
        settings = uvicorn.Config(
            Page(desk, token).app(port), log_level="warning", access_log=False, lifespan="off", server_header=False
        )
        told(f"http://{HOST}:{port}/{token}/")
        uvicorn.Server(settings).run(sockets=[listening])


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _template() -> Any:
    loader = PackageLoader("briefing.review", "")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("page.html")
