"""The links of the reports, as the user sees them: what is known of each, and what can be done."""
