"""What is set once: the court."""
