"""Command line of the sandbox: `python -m tests.sandbox`."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import uvicorn

from .app import Sandbox, build_app
from .schema import MissingOperationError
from .world import environment

SPECS = Path(__file__).resolve().parents[2] / "specs"
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class _Server(uvicorn.Server):
    """Announce readiness, and leave signals to `_serve`, so that a stop is a clean exit."""

    def __init__(self, config: uvicorn.Config, announcement: str) -> None:
        super().__init__(config)
        self._announcement = announcement

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        print(self._announcement, flush=True)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    def stop(self) -> None:
        """Finish what is running, then return from `serve`."""
        self.should_exit = True


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the sandbox until it is told to stop."""
    options = _parser().parse_args(arguments)
    try:
        listener = _listen(options.host, options.port)
        sandbox = Sandbox(options.specs, options.speed)
    except (OSError, MissingOperationError) as error:
        print(f"sandbox: {_reason(error, options)}", file=sys.stderr)
        return 2
    port = listener.getsockname()[1]
    host = f"[{options.host}]" if ":" in options.host else options.host
    text = _announcement(f"http://{host}:{port}", show_exports=options.help_env or sys.stdout.isatty())
    config = uvicorn.Config(
        build_app(sandbox),
        lifespan="off",
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    try:
        asyncio.run(_serve(_Server(config, text), listener, watch_parent=options.parent_pipe))
    except PermissionError:
        print("sandbox: --parent-pipe needs a pipe on standard input", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", choices=LOOPBACK, help="loopback address to listen on")
    parser.add_argument("--port", type=_port, default=0, help="port to listen on; 0 takes a free one")
    parser.add_argument(
        "--speed", type=_positive, default=1.0, help="divide limit windows and token life by this"
    )
    parser.add_argument("--specs", type=Path, default=SPECS, help="folder of the OpenAPI documents")
    parser.add_argument("--help-env", action="store_true", help="also print export lines for a shell")
    parser.add_argument("--parent-pipe", action="store_true", help="stop when standard input closes")
    return parser


def _port(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 65_535:
        raise argparse.ArgumentTypeError("a port lies between 0 and 65535")
    return value


def _positive(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError("a number above 0 is expected")
    return value


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns off the delay of small packets only when the protocol is named.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # Linux lets two sockets bind with this option; only listening tells that the port is taken.
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def _reason(error: Exception, options: argparse.Namespace) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"port {options.port} on {options.host} is already in use; choose another with --port"
    return str(error)


def _announcement(url: str, *, show_exports: bool) -> str:
    env = environment(url)
    lines = [json.dumps({"url": url, "pid": os.getpid(), "env": env})]
    if show_exports:
        lines += [f"export {name}='{value}'" for name, value in env.items()]
    return "\n".join(lines)


async def _serve(server: _Server, listener: socket.socket, *, watch_parent: bool) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, server.stop)
    if watch_parent:
        loop.add_reader(sys.stdin.fileno(), _read_parent, loop, server)
    await server.serve(sockets=[listener])


def _read_parent(loop: asyncio.AbstractEventLoop, server: _Server) -> None:
    if not os.read(sys.stdin.fileno(), 4096):
        loop.remove_reader(sys.stdin.fileno())
        server.stop()


if __name__ == "__main__":
    sys.exit(main())
