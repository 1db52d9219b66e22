"""Text with or without separators as a grid."""
