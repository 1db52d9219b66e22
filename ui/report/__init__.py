"""The reports of a court: the list on the left, new quarters, export."""
