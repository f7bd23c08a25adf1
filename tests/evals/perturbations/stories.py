"""An article of which the tests make true and false statements."""

from __future__ import annotations

from datetime import date

from nutgraf.article import Article
from nutgraf.evals.perturbations import Named, Story, TrueStatement
from nutgraf.language.readings import Readings

# Sentence by sentence: 1 the lead, 2 the cost, 3 a plan, 4 words, 5 a refusal, 6 a place,
# 7 other figures, 8 a possibility, 9 somebody's words, 10 and 11 what was done to whom.
ARTICLE = Article(
    text=(
        "The Tarn Bridge in Arden was closed on Monday after engineers found 14 cracks. "
        "Repairs would cost $2.5 million over six weeks, Mayor Ruth Ekman said on Tuesday. "
        "The council will meet on 12 October 2026 to vote on the money.\n"
        "\n"
        "“We will not gamble with the safety of good people,” Ekman said. "
        "The ferry company Lodestar did not offer a discount. "
        "It runs boats from Port Sel, in the Bay of Ilm. "
        "The ferry carried 27 cars in eight weeks and took $1.2 million in 2019. "
        "The harbour may close in the winter.\n"
        "\n"
        "“Nobody asked us,” said Piet Olsen, who speaks for Waterline. "
        "Olsen accused Lodestar of greed, and Lodestar sued Waterline for libel. "
        "The Ilm Chamber called a meeting on 19 October 2026 with Clara Voss in Brant.\n"
    ),
    title="Arden closes its bridge",
    published=date(2026, 10, 7),
    language="en",
)
CAST = (
    Named(("Ruth Ekman", "Ekman"), "person"),
    Named(("Piet Olsen", "Olsen"), "person"),
    Named(("Clara Voss",), "person"),
    Named(("Lodestar",), "organization"),
    Named(("Waterline",), "organization"),
    Named(("Ilm Chamber",), "organization"),
    Named(("Arden",), "place"),
    Named(("Port Sel",), "place"),
    Named(("Bay of Ilm",), "place"),
    Named(("Brant",), "place"),
    Named(("Tarn Bridge",), "other"),
)
STORY = Story(Readings(ARTICLE), CAST)


def told(text: str, *cited: int) -> TrueStatement:
    """Return a statement about the bridge."""
    return STORY.statement(text, cited)


def told_of(article: str, text: str, *cast: Named) -> TrueStatement:
    """Return a statement about another article, published on the same day."""
    readings = Readings(Article(text=article, published=ARTICLE.published, language="en"))
    return Story(readings, cast).statement(text, [1])
