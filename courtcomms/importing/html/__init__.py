"""A page of HTML as a grid."""
