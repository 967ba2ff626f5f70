"""Make the `httpx.Request` of an attempt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import httpx

from .operation import RequestParts
from .profile import Profile
from .redact import QuietURL, quiet_url

__all__ = ["Common", "next_request"]

_WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH"})


class Common:
    """
    What all requests of a client have in common, put together once.

    Args:
        base_url: Scheme, host and path prefix.
        profile: The vendor's habits.
    """

    def __init__(self, base_url: httpx.URL, profile: Profile) -> None:
        self._base_url = base_url
        self._prefix = base_url.raw_path.decode("ascii").rstrip("/")
        self.headers = httpx.Headers(
            {
                "Host": base_url.netloc.decode("ascii"),
                "accept": "application/json",
                "accept-encoding": "gzip, deflate",
                "user-agent": profile.user_agent,
                **profile.headers,
            }
        )

    def url(self, path: str, query: str) -> QuietURL:
        """Return the URL of an encoded path and query."""
        return quiet_url(self._base_url, self._prefix + path, query)


def next_request(
    method: str,
    url: QuietURL,
    common: Common,
    parts: RequestParts,
    further_headers: Mapping[str, str],
    timeout: dict[str, float | None],
) -> httpx.Request:
    """
    Return an unsigned request.

    Args:
        method: The HTTP method.
        url: Where it goes.
        common: What all requests have in common.
        parts: The encoded arguments and the body.
        further_headers: Headers of the caller; they win.
        timeout: Seconds for each step.
    """
    headers = httpx.Headers(common.headers)
    content = parts.content
    if content is not None:
        headers["content-type"] = "application/json"
    for names in (parts.headers, further_headers):
        for name, value in names.items():
            headers[name.lower()] = value
    if (content or method in _WITH_BODY) and "transfer-encoding" not in headers:
        headers["Content-Length"] = str(len(content or b""))
    # Given a stream, httpx leaves the headers as they are instead of going through them three times.
    request = httpx.Request(
        method,
        url,
        headers=headers,
        stream=httpx.ByteStream(content or b""),
        extensions={"timeout": timeout},
    )
    request.read()
    request.url = url
    return request
