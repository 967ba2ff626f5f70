"""
Linter for the OpenAPI documents of this project.

The rules are small functions that look at one document and yield what they find. They are
grouped by subject: `structure` (operations, responses, references), `extensions` (the
`x-` keys), `schemas`, and `examples`. `text` holds the checks that need the YAML text.
"""

from .document import Finding, Spec
from .engine import RULES, lint_file

__all__ = ["RULES", "Finding", "Spec", "lint_file"]
