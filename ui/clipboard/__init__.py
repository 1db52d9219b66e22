"""Copying cells out of the table, pasting cells and rows into it."""
