"""What a headline falls back on where its clause tells too little: the clause behind, another one,
the clause with its date, the sentence as it stands, the title of the article.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.headlines.shortening import (
    DANGLING,
    LONGEST,
    says_little,
    shorten,
    waits,
    with_beginning,
    with_clause,
    without_phrases,
)
from timeline.events.headlines.special import DEICTIC
from timeline.events.headlines.surroundings import QUESTIONS, is_told
from timeline.events.headlines.tokens import render, tidy, tokens
from timeline.events.headlines.undated import without_dates
from timeline.events.headlines.voices import SPEAKING, Voices
from timeline.events.headlines.wellformed import broken
from timeline.events.speakers import is_report
from timeline.events.terms import is_content, stems
from timeline.german.clause_words import words_of
from timeline.german.clauses import Clause

_Spans = Sequence[tuple[int, int]]


def title_headline(title: str) -> str:
    """An article's title as a headline."""
    return shorten(tidy(" ".join(title.split())))


def telling_title(title: str) -> str:
    """The same, but "" for one in capitals, which most often is a rubric: "TERMINE"."""
    return "" if title.isupper() else title_headline(title)


class Fallbacks(Voices):
    """A sentence whose clauses may tell too little."""

    def recast(self, clause: Clause) -> str:
        """The clause as a main clause without dates."""
        raise NotImplementedError

    def as_it_stands(self, clause: Clause, place: tuple[int, int], dates: _Spans) -> str:
        """The first that is whole: the clause with its dates, as written, the sentence, the title,
        the sentence cut; from its date on where another one (of ``dates``) stands in front."""
        self.lenient = True
        whole = tidy(self.sentence)
        title = telling_title(self.article.title)
        for text in (
            self.with_complement(clause, self.recast(clause)) if clause.kind == "main" else "",
            tidy(clause.text(self.sentence)) if clause.kind == "main" else "",
            whole,
            title if self.shares_words(title) else "",
            tidy(self.sentence[place[0] : clause.span[1]]) if dates[0] != place else "",
            shorten(whole),
        ):
            if len(words_of(text)) > 2 and len(text) <= LONGEST and not broken(text, self.sentence):
                return text
        return ""

    def shares_words(self, title: str) -> bool:
        """Whether the title tells of the same: one word in common may be chance."""
        return len(set(stems(words_of(title))) & set(stems(words_of(self.sentence)))) > 1

    def keep(self, place: tuple[int, int]) -> None:
        """Leave the date in: without it the clause is none, or tells nothing."""
        if place in self.spans:
            self.spans.remove(place)

    def titled(self, text: str) -> str:
        """A label too short to stand alone, behind the title of its article."""
        title = telling_title(self.article.title)
        joined = f"{title}: {text}"
        return joined if title and len(joined) <= LONGEST else text

    def with_complement(self, clause: Clause, text: str) -> str:
        """The clause behind, without which the verb tells nothing: an infinitive, a question,
        "dass …" and reported speech."""
        if not text:
            return ""
        cut = ""
        for other in self.clauses:
            asked = other.kind == "sub" and other.opener in (*QUESTIONS, "dass", "daß")
            told = is_told(other) and (is_report(clause, self.sentence) or waits(text))
            if not (other.kind == "infinitive" or asked or told):
                continue
            if not 0 <= other.span[0] - clause.span[1] <= 3:
                continue
            kept, _ = without_dates(other, self.sentence, self.spans)
            if not any(token.word.text[0].isupper() for token in kept):
                kept = tokens(other.words, self.sentence)  # "am Montag dort gewesen zu sein"
            infinitive = other.kind == "infinitive" and other.words[0].lower != "um"
            joined = with_clause(text, kept, self.sentence, infinitive=infinitive)
            if joined:
                return joined
            cut = cut or with_beginning(text, render(without_phrases(kept, self.sentence)))
        return cut if waits(text) else text

    def fallback(self, clause: Clause, text: str, place: tuple[int, int]) -> str:
        """Where the clause says too little by itself: with its date, its title, or as it stands."""
        told = any(is_content(word.text) for word in words_of(text))
        if told and not DANGLING.match(text):
            if clause.finite is None:
                return self.titled(text)
            label = self.sentence[place[1] : place[1] + 1] == ","  # "Oktober, der Wirt geht"
            if not DEICTIC.search(self.sentence, *place) and not label:
                self.keep(place)
                dated = self.recast(clause)
                if len(text) < len(dated) <= LONGEST:
                    return dated
            return text if len(words_of(text)) > 1 else self.plain(clause, place)
        other = self.another(clause)
        if other:
            return other
        asked = tidy(f"{self.before} {self.sentence}")
        if clause.finite is None and self.before.endswith("?") and len(asked) <= LONGEST:
            return asked  # "Wann öffnet das Bad? Frühestens am 3. Mai."
        title = telling_title(self.article.title)
        if title and (self.shares_words(title) or not self.before or clause.finite is None):
            return title
        return self.plain(clause, place) or text or title

    def another(self, clause: Clause) -> str:
        """The headline of another main clause of the sentence: any for a clause that only hangs
        on one, for a main clause one behind its comma."""
        hangs = clause.finite is None or clause.kind != "main" or is_report(clause, self.sentence)
        for other in self.clauses:
            if other is clause or other.finite is None or other.kind != "main":
                continue
            gap = self.sentence[clause.span[1] : other.span[0]].strip()
            if not hangs and (gap != "," or other.finite == 0):
                continue
            lowers = {word.lower for word in other.words}
            if other.words[0].lower in ("und", "aber", "doch") or lowers & SPEAKING:
                continue
            candidate = "" if is_report(other, self.sentence) else self.recast(other)
            if candidate and not says_little(candidate):
                return candidate
        return ""

    def plain(self, clause: Clause, place: tuple[int, int]) -> str:
        """The clause with its pronouns, or as it stands; the whole sentence where it is short."""
        self.lenient = True
        recast = self.recast(clause)
        bound = self.sentence[place[0] :].lower().startswith(("bis ", "ab ", "seit "))
        if len(words_of(recast)) < 5 and bound and not DEICTIC.search(self.sentence, *place):
            self.keep(place)  # "Die Schau läuft bis 3. Juni"
            recast = self.recast(clause)
        self.lenient = False
        whole = tidy(self.sentence)
        full = self.with_complement(clause, recast)
        for text in (full, recast, tidy(clause.text(self.sentence)), whole):
            if 8 <= len(text) <= LONGEST and len(words_of(text)) > 3:
                return text
        return whole if len(whole) <= LONGEST else shorten(tidy(clause.text(self.sentence)))
