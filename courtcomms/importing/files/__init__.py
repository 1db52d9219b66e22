"""What a file is, and its parts within limits."""
