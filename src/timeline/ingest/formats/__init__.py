"""One module a format: bytes → records, each the material of one article."""
