"""From the rows of a found table to rows of nine cells."""
