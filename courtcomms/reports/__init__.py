"""A period's report as a document: its form, its frozen contents and the two writers."""
