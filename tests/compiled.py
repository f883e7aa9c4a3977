"""``make test-compiled`` is about the compiled tagger; this says so if it is not the one tested."""

import timeline.temporal.recognise as recognise


def test_the_tagger_tested_is_the_compiled_one() -> None:
    assert recognise.__file__.endswith((".so", ".pyd")), recognise.__file__
