"""Keep secrets out of everything that is printed, logged or pickled."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from typing import Any, Final, Never
from urllib.parse import quote, quote_plus

import httpx

__all__ = [
    "HIDDEN",
    "QuietURL",
    "Secret",
    "one_line",
    "plain_headers",
    "quiet_url",
    "scrub",
    "scrub_bytes",
    "scrub_json",
    "sent_secrets",
    "with_query",
]

HIDDEN: Final = "[hidden]"
_LONGEST_MESSAGE: Final = 500
_SHORTEST: Final = 6  # a shorter text is no secret, and would be found in every other word


class Secret:
    """
    Hold a secret text so that printing, formatting, `vars()` and pickling do not show it.

    Pickling is refused: a client with credentials has to be made where it is used.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the text; call this only where it is put on the wire or into a hash."""
        return self._value

    def __repr__(self) -> str:
        return f"Secret({HIDDEN!r})"

    def __str__(self) -> str:
        return HIDDEN

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash((Secret, self._value))

    def __reduce__(self) -> Never:
        raise TypeError("a secret is not pickled; create the client in the process that uses it")


class QuietURL(httpx.URL):
    """
    A URL that is sent whole but printed without query values.

    httpx writes the URL of every request to its own log at INFO level. Vendors expect secrets
    in the query, so the text form of the URL must not contain them; the parts that go on the
    wire (`raw_path`, `host` ...) are unchanged.
    """

    def __str__(self) -> str:
        whole = httpx.URL.__str__(self)
        head, mark, query = whole.partition("?")
        if not mark:
            return head
        names = (pair.partition("=")[0] for pair in query.split("&"))
        return f"{head}?" + "&".join(f"{name}={HIDDEN}" for name in names)

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def quiet_url(base: httpx.URL, path: str, query: str | None) -> QuietURL:
    """
    Return a URL on the host of another one.

    Args:
        base: Gives scheme, host and port.
        path: The path, percent-encoded.
        query: The query, percent-encoded.
    """
    parts: Any = getattr(base, "_uri_reference", None)
    if hasattr(parts, "_replace"):
        # Everything is encoded already; parsing it again would take a tenth of a whole call.
        url = QuietURL.__new__(QuietURL)
        vars(url)["_uri_reference"] = parts._replace(path=path, query=query or None, fragment=None)
        return url
    host = f"{base.scheme}://{base.netloc.decode('ascii')}"
    return QuietURL(f"{host}{path}?{query}" if query else f"{host}{path}")


def plain_headers(headers: httpx.Headers) -> dict[str, str]:
    """Return headers as a mapping with names in lower case; repeated ones are joined with commas."""
    plain: dict[str, str] = {}
    try:
        for name, value in headers.raw:
            key, text = name.decode("ascii").lower(), value.decode("ascii")
            plain[key] = f"{plain[key]}, {text}" if key in plain else text
    except UnicodeDecodeError:
        # Which encoding it is, httpx guesses from all of them together.
        return {name.lower(): value for name, value in headers.items()}
    return plain


def with_query(request: httpx.Request, pairs: list[str]) -> tuple[str, str]:
    """
    Append encoded pairs to the query of a request.

    Returns:
        Path and query exactly as they will be sent.
    """
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    request.url = url = quiet_url(request.url, path, "&".join([query, *pairs] if query else pairs))
    # Asked for again: what is signed is what leaves, not what was meant to.
    path, _, query = url.raw_path.decode("ascii").partition("?")
    return path, query


def one_line(text: str) -> str:
    """Fold a text into one line of bearable length."""
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST_MESSAGE else folded[: _LONGEST_MESSAGE - 1] + "…"


def _forms(secret: str) -> set[str]:
    """Return how a secret may look when a server echoes it."""
    import html  # only for an error; its tables take long to load

    escaped = json.dumps(secret)[1:-1]
    return {
        secret,
        quote(secret, safe=""),
        quote(secret, safe="/"),
        quote_plus(secret),
        escaped,
        escaped.replace("/", "\\/"),
        json.dumps(secret, ensure_ascii=False)[1:-1],
        html.escape(secret),
        base64.b64encode(secret.encode("utf-8", "surrogatepass")).decode(),
    }


def scrub(text: str, secrets: Iterable[str]) -> str:
    """Replace every occurrence of the secrets in a text, in whatever form."""
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            # The longest form first: a shorter one may be a part of it.
            for form in sorted(_forms(secret), key=len, reverse=True):
                text = text.replace(form, HIDDEN)
    return text


def scrub_bytes(content: bytes, secrets: Iterable[str]) -> bytes:
    """Replace every occurrence of the secrets in a body."""
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            for form in sorted(_forms(secret), key=len, reverse=True):
                content = content.replace(form.encode("utf-8", "surrogatepass"), HIDDEN.encode())
    return content


def sent_secrets(request: httpx.Request) -> tuple[str, ...]:
    """Return the secrets in the headers of a signed request; servers may echo them."""
    found: list[str] = []
    for name in ("authorization", "signature"):
        value = request.headers.get(name)
        if value:
            found += [value, value.rpartition(" ")[2]]
    return tuple(found)


def scrub_json(value: Any, secrets: tuple[str, ...]) -> Any:
    """Replace every occurrence of the secrets in the texts of a parsed body."""
    if isinstance(value, str):
        return scrub(value, secrets)
    if isinstance(value, list):
        return [scrub_json(item, secrets) for item in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, dict):
        return {scrub(key, secrets): scrub_json(item, secrets) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]
    return value
