"""The TLS settings that all clients of a process share."""

from __future__ import annotations

import os
import ssl
import threading
from typing import Final

import httpx

from .errors import ConfigurationError

__all__ = ["shared_ssl_context"]

_VARIABLES: Final = ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE")
_lock = threading.Lock()
_context: ssl.SSLContext | None = None


def shared_ssl_context() -> ssl.SSLContext:
    """
    Return the settings that httpx makes, with the certificates it trusts.

    Loading the certificates takes longer than all the rest of making a client, so it is done for
    the first secure connection, and once.

    Raises:
        ConfigurationError: They cannot be loaded.
    """
    global _context  # noqa: PLW0603 -- made once and shared
    with _lock:
        if _context is None:
            _context = _loaded()
        return _context


def _loaded() -> ssl.SSLContext:
    try:
        context = httpx.create_ssl_context()
    except (OSError, ValueError) as error:
        given = [f"{name}={os.environ[name]}" for name in _VARIABLES if os.environ.get(name)]
        where = f" from {', '.join(given)}" if given else ""
        reason = f"{type(error).__name__}: {error}"
        raise ConfigurationError(f"the trusted certificates cannot be loaded{where} ({reason})") from error
    context.set_alpn_protocols(["http/1.1"])
    return context
