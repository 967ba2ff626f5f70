"""Checks that need the YAML text and not only what it means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from yamllint import linter
from yamllint.config import YamlLintConfig

from .document import Finding, Problem, join

CONFIG = Path(__file__).parent.parent / "yamllint.yaml"


def load(text: str, version: tuple[int, int] | None = None) -> Any:
    """Parse YAML text with the plain data loader, as the given version of YAML where one is named."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    return yaml.load(text)


def parse(text: str) -> tuple[dict[str, Any] | None, list[Finding]]:
    """Parse a document and return it, or what is wrong with it."""
    try:
        data = load(text)
    except YAMLError as error:
        return None, [Finding("#", " ".join(str(error).split()), "yaml-syntax")]
    if not isinstance(data, dict):
        return None, [Finding("#", "the document is not a mapping", "yaml-syntax")]
    return data, []


def style(text: str) -> Iterator[Finding]:
    """Report what yamllint objects to."""
    config = YamlLintConfig(file=str(CONFIG))
    for problem in linter.run(text, config):
        yield Finding(f"line {problem.line}", problem.desc, f"yamllint-{problem.rule or 'syntax'}")


def shared_node(text: str) -> Iterator[Problem]:
    """Refuse anchors and aliases: many tools that read OpenAPI do not follow them."""
    for event in YAML(typ="safe", pure=True).parse(text):
        if getattr(event, "anchor", None) is not None:
            yield f"line {event.start_mark.line + 1}", f"anchor or alias {event.anchor}"


def ambiguous_scalar(text: str, data: Any) -> Iterator[Problem]:
    """Refuse scalars that YAML 1.1 and 1.2 read differently, or that JSON cannot hold."""
    try:
        old = load(text, (1, 1))
    except YAMLError as error:
        yield "#", f"not readable as YAML 1.1: {' '.join(str(error).split())}"
    else:
        yield from _differences("#", old, data)


def _differences(pointer: str, old: Any, new: Any) -> Iterator[Problem]:
    if isinstance(new, dict) and isinstance(old, dict):
        for (old_key, old_value), (key, value) in zip(old.items(), new.items(), strict=True):
            if not isinstance(key, str) or type(old_key) is not str:
                yield join(pointer, key), f"key {key} must be quoted"
            yield from _differences(join(pointer, key), old_value, value)
    elif isinstance(new, list) and isinstance(old, list):
        for index, (old_value, value) in enumerate(zip(old, new, strict=True)):
            yield from _differences(join(pointer, index), old_value, value)
    elif isinstance(new, date | bytes) or type(old) is not type(new) or old != new:
        yield pointer, f"{new} must be quoted: YAML versions disagree on it, or JSON has no such value"
