"""Bringing in old reports: choosing files, reading, a look at what would be done, one step."""
