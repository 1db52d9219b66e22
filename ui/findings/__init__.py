"""What is worth looking at before a report is submitted, as the user sees it."""
