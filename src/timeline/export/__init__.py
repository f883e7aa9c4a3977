"""A timeline written for readers and programs: one writer a format, all built on ``wording``."""
