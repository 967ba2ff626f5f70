"""Secrets that can be recognised wherever they show up, plain, shortened, escaped or encoded."""

from __future__ import annotations

import base64
import re
from urllib.parse import quote

from attrs import frozen

__all__ = ["MARKERS", "Marker", "Searcher"]

# The beginning of each is plain letters and digits, which no escaping changes; what follows is
# all that JSON, URLs and log formats treat differently.
MARKERS = {
    "consumer_key": 'mkConsumerKey7Qz"\\/+&=%20 é',
    "user_secret": 'mkUserSecret4Wv"\\/+&=%20 é',
    "client_secret": 'mkClientSecret2Kp:"\\/+&=%20 é',
    "access_token": "mkAccessToken9Hd.-_~+/=",
    "fetched_token": "mkFetchedToken5Jr.-_~+/=",
    "api_secret": "mkApiSecret8Ls-0123456789abcdef-0123456789",
    "user_token": "mkUserToken3Tb.eyJ1c2VyX2lkIjoiamFuZSJ9.s-_9",
}
_SHORTEST = 12


@frozen
class Marker:
    """
    A text to search for.

    Args:
        name: What it is, for messages.
        value: The secret.
    """

    name: str
    value: str

    def forms(self) -> set[str]:
        """Return the texts that give the secret away, even when it was cut off or encoded."""
        core = self.value[:_SHORTEST]
        found = {core, quote(core, safe=""), core.encode().hex()}
        for offset in range(3):
            # Within a longer text, base64 has three forms; the characters at both ends depend on
            # the neighbours.
            whole = base64.b64encode(b"?" * offset + core.encode()).decode()
            inner = whole[4 if offset else 0 : len(whole) - 4]
            found |= {inner, inner.replace("+", "-").replace("/", "_")}
        return found


class Searcher:
    """
    Find markers in texts and bytes.

    Args:
        markers: What is searched for.
    """

    def __init__(self, *markers: Marker) -> None:
        self._forms = {form: marker.name for marker in markers for form in marker.forms()}
        self._pattern = re.compile("|".join(map(re.escape, self._forms)))

    def find(self, text: str | bytes) -> set[str]:
        """Return the names of the secrets in a text."""
        if isinstance(text, bytes):
            text = text.decode("latin-1")
        return {self._forms[found] for found in self._pattern.findall(text)}
