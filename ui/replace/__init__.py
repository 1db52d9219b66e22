"""Find and replace: what would change is shown first, then done as one step."""
