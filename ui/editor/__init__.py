"""The editor of one event and what the program understood of it."""
