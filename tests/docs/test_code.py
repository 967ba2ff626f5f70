"""Every Python block of the documentation type-checks, and runs unless it says why not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from .blocks import ROOT, Block, find_blocks, find_documents
from .vendors import VARIABLES, answer

PYTHON = [
    block for document in find_documents() for block in find_blocks(document) if block.language == "python"
]
# The manual of the sandbox shows a running sandbox; its own tests start one.
EXECUTED = [b for b in PYTHON if b.reason is None and (ROOT / "tests") not in b.document.parents]
EACH_BLOCK = pytest.mark.parametrize("block", PYTHON, ids=lambda block: block.name)
SOURCES = [ROOT / "overlays" / name for name in ("snaptrade", "genesys_journey", "stream_chat")]
SETTINGS = """\
[mypy]
strict = true
python_version = 3.11

[mypy-opentelemetry.*]
ignore_missing_imports = true
"""


@EACH_BLOCK
def test_block_compiles(block: Block) -> None:
    """A block is complete: it can be copied out as it is."""
    compile(block.code, block.name, "exec")


@pytest.mark.parametrize("block", EXECUTED, ids=lambda block: block.name)
def test_block_runs(
    block: Block, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A block does what it shows, with the vendors' hosts and the examples of the specifications."""
    mock = httpx.MockTransport(answer)

    async def answer_async(self: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        return await mock.handle_async_request(request)

    monkeypatch.setattr(
        httpx.HTTPTransport, "handle_request", lambda self, request: mock.handle_request(request)
    )
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", answer_async)
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    exec(compile(block.code, block.name, "exec"), {"__name__": "__main__"})
    capsys.readouterr()


def test_blocks_and_examples_type_check(tmp_path: Path) -> None:
    """All blocks and all examples are clean under mypy's strict mode."""
    for block in PYTHON:
        (tmp_path / f"{block.name}.py").write_text(block.code, encoding="utf-8")
    (tmp_path / "mypy.ini").write_text(SETTINGS, encoding="utf-8")
    files = [*sorted(tmp_path.glob("*.py")), *sorted((ROOT / "examples").glob("*.py"))]
    options = ["--config-file", tmp_path / "mypy.ini", "--cache-dir", ROOT / ".mypy_cache" / "docs"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *map(str, [*options, *files])],
        cwd=ROOT,
        env={**os.environ, "MYPYPATH": os.pathsep.join(map(str, [ROOT, *SOURCES]))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout + done.stderr == f"Success: no issues found in {len(files)} source files\n"


def test_every_public_page_shows_code() -> None:
    """The front page and each package page have blocks that run."""
    pages = [ROOT / "README.md", *(source / "README.md" for source in SOURCES)]
    run = {block.document for block in PYTHON if block.reason is None}
    assert set(pages) <= run
