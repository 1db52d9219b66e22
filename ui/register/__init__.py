"""The register as the user sees it: the table of events and the way to the store behind it."""
