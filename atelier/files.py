"""Write a file whole or not at all: beside its place first, then renamed."""

import json
import os
from pathlib import Path


def beside(path: Path) -> Path:
    """Return where to write what will take the place of a file, on the same disk."""
    return path.with_name(f".{path.name}.nouveau")


def write(path: Path, content: str | bytes) -> None:
    """Write a file, and its folder if need be. Half a character, as old archives and copies may hold, is written as JSON does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside(path).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace"))
    os.replace(beside(path), path)


def write_json(path: Path, content: dict) -> None:
    """Write a JSON file that a human may read."""
    write(path, json.dumps(content, ensure_ascii=False, indent=1))
