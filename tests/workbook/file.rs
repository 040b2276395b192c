//! What stands in the workbook.
