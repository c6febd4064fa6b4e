"""The generated parts of README.md: between marks that name what each is made from and by."""

from __future__ import annotations

from pathlib import Path

END = "<!-- end: generated -->\n"


def with_part(text: str, source: str, part: str) -> str:
    """The text with the part between the marks of its source, where it has them."""
    begin = f"<!-- begin: generated from {source} -->\n"
    if begin not in text:
        return text
    before, rest = text.split(begin)
    return before + begin + part + END + rest.split(END, 1)[1]


def put_into(readme: Path, source: str, part: str) -> None:
    """The same in a file, if there is one."""
    if readme.exists():
        readme.write_text(with_part(readme.read_text(), source, part))


def percent(value: float) -> str:
    """0.935 -> "93.5 %"."""
    return f"{100 * value:.1f} %"
