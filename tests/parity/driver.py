"""Run an SDK's script in its environment and compare its reports with what the sandbox saw."""

from __future__ import annotations

import contextlib
import json
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from tests.sandbox.process import RunningSandbox

from .environments import ROOT
from .results import Result
from .sdks import Sdk

SECONDS = 120.0
"""Life of a script; the SDKs themselves may wait for ever."""


def drive(sdk: Sdk, python: Path, sandbox: RunningSandbox) -> list[Result]:
    """Drive one SDK through its operations, on a sandbox in its first state."""
    sandbox.control.reset()
    results: list[Result] = []
    with tempfile.TemporaryFile("w+") as errors, _script(sdk, python, sandbox, errors) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for operation in sdk.operations:
            line = process.stdout.readline()
            if not line:
                process.wait()
                errors.seek(0)
                reason = (errors.read().strip() or f"ended with {process.returncode}").splitlines()[-1]
                results.append(Result(sdk.name, sdk.version, operation, ok=False, detail=reason))
                break
            results.append(_judge(sdk, operation, line, sandbox))
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write("\n")
                process.stdin.flush()
    for violation in sandbox.control.violations():
        problem = f"an answer was held back: {violation['problems'][0]}"
        results.append(Result(sdk.name, sdk.version, str(violation["operation"]), ok=False, detail=problem))
    return results


def clean_environment(home: str, variables: Mapping[str, str]) -> dict[str, str]:
    """Return all variables a script gets: no proxies, and no settings from a home directory."""
    return {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **variables}


@contextlib.contextmanager
def _script(
    sdk: Sdk, python: Path, sandbox: RunningSandbox, errors: IO[str]
) -> Iterator[subprocess.Popen[str]]:
    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen(
            [str(python), "-m", f"{__package__}.{sdk.script}", *sdk.operations],
            cwd=ROOT,
            env=clean_environment(home, {**sandbox.env, **sdk.variables}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        alarm = threading.Timer(SECONDS, process.kill)
        alarm.start()
        try:
            yield process
        finally:
            alarm.cancel()
            # Threads of an SDK can outlive its work.
            process.kill()
            process.communicate()


def _judge(sdk: Sdk, operation: str, line: str, sandbox: RunningSandbox) -> Result:
    report = json.loads(line)
    log = sandbox.control.requests()
    sandbox.control.forget_requests()
    problem = _problem(operation, sdk.operations[operation], report, log)
    detail = " ".join((problem or report["detail"]).split())
    return Result(
        sdk.name,
        sdk.version,
        operation,
        ok=problem is None,
        detail=detail,
        seen=tuple(f"{entry['method']} {entry['path']} {entry['status']}" for entry in log),
    )


def _problem(operation: str, status: int, report: dict[str, Any], log: list[dict[str, Any]]) -> str | None:
    if report["operation"] != operation:
        return f"reported as {report['operation']}"
    if not report["ok"]:
        return str(report["detail"])
    if not log:
        return "no request came"
    wanted = operation.partition(",")[0]
    for entry in log:
        # The token endpoint belongs to no document, so the log has no operation for it.
        found = "token" if entry["path"] == "/oauth/token" else entry["operation"]
        if (found, entry["status"]) != (wanted, status):
            return f"{wanted} with {status} was expected, {found} with {entry['status']} came"
    return None
