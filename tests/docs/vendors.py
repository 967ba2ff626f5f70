"""The three vendors as far as their specifications describe them: every call gets the example."""

from __future__ import annotations

import functools
import json
import re
from typing import Any
from urllib.parse import urlsplit

import httpx
from ruamel.yaml import YAML

from .blocks import ROOT

__all__ = ["VARIABLES", "answer"]

VARIABLES = {
    "SNAPTRADE_CLIENT_ID": "DOCS-CLIENT",
    "SNAPTRADE_CONSUMER_KEY": "docs-consumer-key",
    "SNAPTRADE_USER_ID": "docs-user",
    "SNAPTRADE_USER_SECRET": "docs-user-secret",
    "GENESYSCLOUD_REGION": "mypurecloud.com",
    "GENESYSCLOUD_OAUTHCLIENT_ID": "docs-client",
    "GENESYSCLOUD_OAUTHCLIENT_SECRET": "docs-client-secret",
    "STREAM_API_KEY": "docskey",
    "STREAM_API_SECRET": "docs-api-secret",
}

Route = tuple[str, str, re.Pattern[str], int, Any]


@functools.cache
def _routes() -> tuple[Route, ...]:
    """Return method, host, path pattern, status and body of each operation."""
    routes: list[Route] = []
    for path in sorted((ROOT / "specs").glob("*.yaml")):
        spec = YAML(typ="safe").load(path)
        for server in spec["servers"]:
            base = urlsplit(server["url"])
            for template, operations in spec["paths"].items():
                pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(base.path.rstrip("/") + template))
                for method in operations.keys() & {"get", "post", "put", "patch", "delete"}:
                    status, body = _success(operations[method])
                    routes.append((method.upper(), base.netloc, re.compile(pattern), status, body))
    return tuple(routes)


def _success(operation: dict[str, Any]) -> tuple[int, Any]:
    status = next(status for status in operation["responses"] if str(status).startswith("2"))
    content = operation["responses"][status].get("content")
    return int(status), content["application/json"]["example"] if content else None


def answer(request: httpx.Request) -> httpx.Response:
    """Answer as the specification's example says."""
    if request.url.path == "/oauth/token":
        return httpx.Response(200, json={"access_token": "docs-token", "expires_in": 86_400})
    raw_path = request.url.raw_path.decode("ascii").partition("?")[0]
    for method, host, pattern, status, body in _routes():
        if (method, host) == (request.method, request.url.netloc.decode("ascii")) and pattern.fullmatch(
            raw_path
        ):
            return httpx.Response(status, json=_last_page(request, body)) if body else httpx.Response(status)
    raise AssertionError(f"no specification has {request.method} {request.url.host}{raw_path}")


def _last_page(request: httpx.Request, body: Any) -> Any:
    # The example of a page names a next one; that one is the last.
    if "after" not in request.url.params:
        return body
    return {key: value for key, value in json.loads(json.dumps(body)).items() if key != "nextUri"}
