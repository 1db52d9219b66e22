"""A Word document as a grid."""
