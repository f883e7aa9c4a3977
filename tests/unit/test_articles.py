"""How the dates of a whole article are read: as news, or as a story of years long past."""

from __future__ import annotations

from datetime import date

from events_samples import article

from timeline.models import Furniture
from timeline.temporal.articles import find_expressions

HISTORY = (
    "Im Jahr 1628 wurde der Damm gebaut, 1630 und 1631 hielt er stand. Im Jahr 1632 kam das"
    " Hochwasser. Viele flohen in die Berge. Die Felder lagen brach. Niemand zählte die Toten."
    " Am 4. Juli brach der Damm erneut. 1634 war er geflickt, 1640 erhöht, 1655 vergessen."
)


def starts(text: str) -> dict[str, date | None]:
    found = find_expressions(article("a", text, published=date(2024, 6, 20)))
    return {e.text: e.start for e in found}


def test_history_goes_on_from_its_own_years() -> None:
    assert starts(HISTORY)["Am 4. Juli"] == date(1632, 7, 4)


def test_what_is_still_to_come_makes_an_article_news() -> None:
    told = starts(f"{HISTORY} Am Freitag, 28. Juni, wird das im Museum gezeigt.")
    assert told["Am Freitag, 28. Juni"] == date(2024, 6, 28)
    assert told["Am 4. Juli"] == date(2023, 7, 4)  # the last one before the publication


def test_the_front_matter_names_no_year_of_a_chronicle() -> None:
    front = "published: 2024-06-20\n\n"
    body = "3. März: Der Rat stimmt zu.\n\n12. April: Die Nachbarn klagen.\n\n5. Mai: Es ist aus."
    matter = Furniture(0, len(front), "front matter")
    told = article("a", front + body, published=date(2024, 6, 20), furniture=(matter,))
    assert [e.start for e in find_expressions(told)] == [
        date(2024, 3, 3),
        date(2024, 4, 12),
        date(2024, 5, 5),
    ]
