"""Bringing in an old report: reading, preview, one step."""
