"""Look into everything a program can print, log, format or pickle."""

from __future__ import annotations

import asyncio
import copy
import logging
import pickle
import re
import socket
import ssl
import threading
import traceback
from collections.abc import Iterable, Iterator, Mapping
from types import (
    BuiltinFunctionType,
    CodeType,
    FrameType,
    FunctionType,
    MethodType,
    ModuleType,
    TracebackType,
)
from typing import Any

import genesys_journey_openapi._runtime.redact
import snaptrade_openapi._runtime.redact
import stream_chat_openapi._runtime.redact

from .markers import Searcher

__all__ = ["LogWatch", "exception_leaks", "object_leaks", "pickle_leaks"]

DEPTH = 6
_SECRETS = tuple(
    module.Secret
    for module in (
        snaptrade_openapi._runtime.redact,
        genesys_journey_openapi._runtime.redact,
        stream_chat_openapi._runtime.redact,
    )
)
# Not part of what a program prints: code, the machinery below, and the frames of a traceback.
_OPAQUE = (
    type, ModuleType, FunctionType, BuiltinFunctionType, CodeType, FrameType, TracebackType,
    asyncio.AbstractEventLoop, logging.Logger, socket.socket, ssl.SSLContext, ssl.SSLObject,
    threading.Thread, type(threading.Lock()), type(threading.RLock()), re.Pattern,
    str, bytes, bytearray, int, float, bool, type(None),
)  # fmt: skip


def _texts(value: object) -> Iterator[tuple[str, str | bytes]]:
    yield "repr", repr(value)
    yield "str", str(value)
    yield "format", f"{value}"
    if isinstance(value, bytes | bytearray):
        yield "bytes", bytes(value)


def _children(value: Any) -> Iterator[tuple[str, object]]:
    if isinstance(value, _SECRETS):
        return
    if isinstance(value, MethodType):
        yield ".__self__", value.__self__
        return
    if isinstance(value, Mapping):
        for key, item in list(value.items()):
            yield "<key>", key
            yield f"[{key!r:.40}]", item
    elif isinstance(value, list | tuple | set | frozenset):
        for index, item in enumerate(list(value)):
            yield f"[{index}]", item
    if isinstance(value, BaseException):
        yield ".args", value.args
        yield ".__cause__", value.__cause__
        yield ".__context__", value.__context__
        yield ".__notes__", getattr(value, "__notes__", None)
    names = list(getattr(value, "__dict__", {}))
    for kind in type(value).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        names += [slots] if isinstance(slots, str) else list(slots)
    for name in names:
        if name not in {"__weakref__", "__dict__"} and hasattr(value, name):
            yield f".{name}", getattr(value, name)


def object_leaks(searcher: Searcher, root: object, label: str, depth: int = DEPTH) -> list[str]:
    """Return where an object, or anything reachable from it, shows a secret when it is printed."""
    leaks: list[str] = []
    seen: set[int] = set()
    kept: list[object] = []
    level: list[tuple[str, object]] = [(label, root)]
    for _ in range(depth + 1):
        following: list[tuple[str, object]] = []
        for path, value in level:
            for channel, text in _texts(value):
                leaks += [f"{channel} of {path} ({type(value).__name__}): {n}" for n in searcher.find(text)]
            if id(value) in seen or isinstance(value, _OPAQUE):
                continue
            seen.add(id(value))
            kept.append(value)
            following += [(path + name, child) for name, child in _children(value)]
        level = following
    return leaks


def exception_leaks(searcher: Searcher, error: BaseException, label: str = "error") -> list[str]:
    """Return where an exception, its chain, its traceback, its pickle or its copy show a secret."""
    leaks = object_leaks(searcher, error, label)
    text = "".join(traceback.format_exception(error))
    leaks += [f"traceback of {label}: {name}" for name in searcher.find(text)]
    leaks += pickle_leaks(searcher, error, label)
    leaks += object_leaks(searcher, copy.deepcopy(error), f"deepcopy({label})")
    return leaks


def pickle_leaks(searcher: Searcher, value: object, label: str) -> list[str]:
    """Return the secrets in the pickle of a value, in the oldest and the newest protocol."""
    return [
        f"pickle of {label}: {name}"
        for protocol in (0, pickle.HIGHEST_PROTOCOL)
        for name in searcher.find(pickle.dumps(value, protocol))
    ]


class LogWatch(logging.Handler):
    """Keep every record of every logger."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)

    def loggers(self) -> set[str]:
        """Return the names of the loggers that said something."""
        return {record.name.partition(".")[0] for record in self.records}

    def leaks(self, searcher: Searcher, but_not: tuple[str, ...] = ()) -> list[str]:
        """
        Return the records that show a secret: formatted, in an argument or in an extra field.

        Args:
            searcher: Finds the secrets.
            but_not: Libraries whose own records are left out.
        """
        formatter = logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s")
        leaks: list[str] = []
        for record in self.records:
            if record.name.partition(".")[0] in but_not:
                continue
            texts: Iterable[str] = (formatter.format(record), repr(record), repr(record.__dict__))
            where = f"log {record.name} {str(record.msg)[:60]!r}"
            leaks += [f"{where}: {name}" for text in texts for name in searcher.find(text)]
            for argument in record.args.values() if isinstance(record.args, Mapping) else record.args or ():
                leaks += [f"{where} args: {n}" for _, text in _texts(argument) for n in searcher.find(text)]
        return leaks
