#pragma once

#include "csheets.h"

#include "library.h"

struct sheets_book {
  lxw_workbook *workbook;
  lxw_worksheet **sheets;
  lxw_format **formats;
  int sheet_count, format_count;
  char *font;
  /// What went wrong first.
  lxw_error error;
};

/// Keeps the first error in mind.
void sheets_note(sheets_book *book, lxw_error error);

/// NULL for a number that no sheet has.
lxw_worksheet *sheets_sheet(sheets_book *book, int sheet);
