"""The report on sheets: one paginator for the PDF, the view in the window, and the printer."""
