"""How a specification becomes a Python package; nothing here is shipped."""
