"""An Excel workbook as a grid."""
