"""Validation in the sandbox: wrong requests, wrong replies, and the 599 that follows."""

from __future__ import annotations

import ast
import shutil
import sys
from pathlib import Path

import httpx
import pytest

from .__main__ import SPECS
from .exchange import Reply, Request
from .process import sandbox_process
from .schema import Spec
from .wire import as_user, snaptrade

SPEC = Spec.load(SPECS / "stream_chat.yaml")
RIGHT = {"duration": "1ms"}


@pytest.mark.parametrize(
    "reply",
    [
        Reply(201, b'{"duration": 1}', {"content-type": "application/json"}),
        Reply(201, b"{}", {"content-type": "application/json"}),
        Reply(201, b"{", {"content-type": "application/json"}),
        Reply(201, b'{"duration": "1ms"}', {"content-type": "text/html"}),
        Reply(202, b'{"duration": "1ms"}', {"content-type": "application/json"}),
        Reply(418, b'{"duration": "1ms"}', {"content-type": "application/json"}),
    ],
    ids=["type", "required", "syntax", "media type", "status", "error shape"],
)
def test_wrong_replies_are_found(reply: Reply) -> None:
    """A reply that breaks the document in any way is reported."""
    reply.operation = "sendUserCustomEvent"
    assert SPEC.reply_problems(reply)
    assert not SPEC.reply_problems(Reply.json(201, RIGHT))


@pytest.mark.parametrize(
    ("body", "media_type", "words"),
    [
        (b"", "application/json", "missing"),
        (b"{}", "text/plain", "not accepted"),
        (b"{", "application/json", "not JSON"),
        (b'{"event": {"type": 1}}', "application/json", "event.type"),
    ],
)
def test_wrong_requests_are_found(body: bytes, media_type: str, words: str) -> None:
    """A request that breaks the document is described."""
    request = Request("POST", "/users/a/event", "", (("Content-Type", media_type),), body)
    (problem,) = SPEC.request_problems("sendUserCustomEvent", request, {"user_id": "a"})
    assert words in problem


def test_an_answer_that_breaks_the_document_is_held_back(tmp_path: Path) -> None:
    """The sandbox fails loudly with 599 rather than teach a client a wrong shape."""
    for path in SPECS.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    document = tmp_path / "snaptrade.yaml"
    text = document.read_text(encoding="utf-8")
    schema = text.index("\n    BrokerageAuthorization:\n")
    member = text.index("        name:\n          type: string\n", schema)
    changed = text[member:].replace("type: string", "type: integer", 1)
    document.write_text(text[:member] + changed, encoding="utf-8")
    with sandbox_process("--specs", str(tmp_path)) as broken, httpx.Client(base_url=broken.url) as http:
        answer = snaptrade(http, "GET", "/authorizations", as_user("ada"))
        assert (answer.status_code, answer.headers["content-type"]) == (599, "text/plain; charset=utf-8")
        assert "[0].name" in answer.text
        (violation,) = broken.control.violations()
        assert (violation["vendor"], violation["status"]) == ("snaptrade", 200)


ALLOWED = {
    *sys.stdlib_module_names,
    "httpx",
    "jsonschema",
    "pytest",
    "referencing",
    "ruamel",
    "starlette",
    "uvicorn",
}


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("*.py")), ids=lambda path: path.stem)
def test_the_sandbox_shares_nothing_with_the_clients(path: Path) -> None:
    """No module imports a client, its runtime, or the token library a client uses."""
    imported: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level < 2
            imported |= set() if node.level else {str(node.module).partition(".")[0]}
    assert imported <= ALLOWED
