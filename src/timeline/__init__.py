"""Timelines from German news articles."""
