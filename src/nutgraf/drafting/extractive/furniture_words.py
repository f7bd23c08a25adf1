"""The words that give away what is not the story: credits, bylines, notices of the page.

How they are used is in ``furniture``.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

from typing import Final

# Before a colon or slash they open the credit of a picture: "Image: A. Person", "Photo / Agency".
CREDIT_LABELS: Final = (
    "image", "images", "photo", "photos", "photograph", "photography", "picture", "pictures",
    "video", "illustration", "graphic", "credit", "credits", "photo credit", "image credit",
    "file photo", "foto", "bild", "imagen", "imagem", "crédit photo", "crédits", "immagine",
)  # fmt: skip

# What opens a line that speaks of the page and not of the world.
NOTICES: Final = (
    "all rights reserved", "also read", "click here", "copyright ©", "copyright (c)",
    "copyright 20", "correction:", "editor's note", "editor’s note", "follow us",
    "for more information", "listen:", "more on this", "please enable", "read also", "read more",
    "read next", "related:", "share this", "sign up", "skip to", "story continues", "subscribe",
    "this article has been", "this article was amended", "this article was first",
    "this article was originally", "this article was updated", "this is a breaking",
    "this is a developing", "this is an update", "this story has been", "this story was first",
    "this story was originally", "this story was updated", "update:", "updated:", "updated on",
    "watch:", "your browser", "©",
)  # fmt: skip

# What joins the names of a byline: "By Jane Doe and John Roe".
BYLINE_OPENINGS: Final = ("by", "von", "par", "por", "di")
BYLINE_JOINTS: Final = frozenset(
    {"and", "in", "for", "with", "of", "the", "und", "et", "y", "e", "de"}
)
