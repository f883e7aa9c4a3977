from __future__ import annotations


def headline(sentence, clause, place, spans, article, before):
    return clause.text(sentence)[:90]


def title_headline(t):
    return t[:90]
