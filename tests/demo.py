"""
Install the built wheels into a fresh environment and run the demo there, against a local server.

``python -m tests.demo``; `make demo` builds the wheels before.
"""

from __future__ import annotations

import sys

from .environments import ROOT, CommandError, Environment, end_on_sigterm, find_wheels
from .sandbox.process import RunningSandbox, SandboxStartError, sandbox_process
from .sandbox.world_genesys import LONG_SESSION
from .sandbox.world_snaptrade import connection_id


def demo_variables(sandbox: RunningSandbox) -> dict[str, str]:
    """Return the credentials, and what the demo is to look at."""
    return {
        **sandbox.env,
        "DEMO_USER_ID": "ada",
        "DEMO_USER_SECRET": sandbox.credentials.snaptrade_users["ada"],
        "DEMO_CONNECTION_ID": connection_id("ada", "MAPLE"),
        "DEMO_SESSION_ID": LONG_SESSION,
        "DEMO_CHANNEL": "messaging:general",
        "DEMO_SENDER": "jane",
    }


def main() -> int:
    """Run the demo and return its status."""
    end_on_sigterm()
    try:
        wheels = find_wheels()
        print(f"installing {', '.join(wheel.name for wheel in wheels)} into build/demo-venv", flush=True)
        environment = Environment(ROOT / "build" / "demo-venv")
        environment.install(*wheels)
        with sandbox_process() as sandbox:
            print(f"the local server plays the three vendors at {sandbox.url}\n", flush=True)
            return environment.watch(["-I", ROOT / "examples" / "demo.py"], variables=demo_variables(sandbox))
    except (CommandError, SandboxStartError) as error:
        print(f"make demo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
