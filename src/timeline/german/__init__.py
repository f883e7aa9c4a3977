"""What German words mean, before any publication date is known."""
