"""How French writes numbers, plurals and punctuation, in all that the tools say."""

import re


def number(value: float) -> str:
    """Return a number with a decimal comma, and two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def count(things: float, one: str, many: str = "") -> str:
    """Return how many there are, with what they are called: « 0 copie », « 2 copies »; ``many`` is for a plural in other than « s »."""
    return f"{number(things)} {one if things < 2 else many or one + 's'}"


def typographic(text: str) -> str:
    """Return a sentence with the apostrophes and the unbreakable spaces of a French page."""
    text = re.sub(r"(?<=\w)'(?=\w)", "\N{RIGHT SINGLE QUOTATION MARK}", text)
    return re.sub(r" (?=[:;?!»])|(?<=«) ", "\N{NARROW NO-BREAK SPACE}", text)
