/// Workbooks in the Office Open XML format, written through libxlsxwriter: plain types only.
///
/// Rows and columns count from 0. Text is UTF-8 and always a string, never a formula. What cannot be
/// written is kept in mind and told by `sheets_close`.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "csheets_read.h"

typedef struct sheets_book sheets_book;

/// How a cell looks. Colours are 0xRRGGBB, and -1 for none.
typedef struct {
  double size;
  bool bold;
  bool wrapped;
  bool right;
  int indent;
  int32_t colour;
  int32_t fill;
  /// A line below the cell.
  bool underlined;
  /// Such as `#,##0`; NULL for general.
  const char *number;
} sheets_format;

typedef enum { SHEETS_BARS, SHEETS_COLUMNS, SHEETS_FUNNEL } sheets_chart_kind;

/// A chart of cells of one sheet that lie below each other, on the same sheet.
typedef struct {
  sheets_chart_kind kind;
  const char *title;
  /// What it shows, for who cannot see it.
  const char *description;
  uint32_t first_row, last_row;
  uint16_t names, values;
  /// The column of the period before, and what the two are called; -1 where nothing is compared.
  int before;
  const char *values_name, *before_name;
  /// Where its upper left corner is, and its size in pixels.
  uint32_t row;
  uint16_t column;
  uint32_t width, height;
} sheets_chart;

/// Begins a workbook that will be the file `path`.
///
/// With `in_order` cells go to the disk as they come: row by row, no charts, little memory.
/// `folder` is where unfinished parts lie (files without a name), `made` the moment it says it was
/// made, in seconds since 1970. NULL where memory is short.
sheets_book *sheets_open(
    const char *path, const char *folder, bool in_order, const char *font, const char *title,
    const char *author, int64_t made);

/// Adds a format; its number.
int sheets_add_format(sheets_book *book, const sheets_format *format);

/// Adds a sheet; its number, or -1 for a name that no sheet may have.
int sheets_add_sheet(sheets_book *book, const char *name);

void sheets_text(
    sheets_book *book, int sheet, uint32_t row, uint16_t column, const char *text, int format);
void sheets_number(
    sheets_book *book, int sheet, uint32_t row, uint16_t column, double number, int format);

/// How wide a column is, in digits of the font.
void sheets_width(sheets_book *book, int sheet, uint16_t column, double width);

/// Keeps the rows above in sight, and on every printed page where `row` is not 0.
void sheets_freeze(sheets_book *book, int sheet, uint32_t row, uint16_t column);

/// Prints on A4, as many pages high as it takes and one wide.
void sheets_paper(sheets_book *book, int sheet, bool landscape);

/// Offers to filter the rows from `first` to `last` by what stands in the columns up to `columns`.
void sheets_filter(
    sheets_book *book, int sheet, uint32_t first, uint32_t last, uint16_t columns);

void sheets_add_chart(sheets_book *book, int sheet, const sheets_chart *chart);

/// Writes the file and frees everything; 0, or libxlsxwriter's number of what went wrong first.
int sheets_close(sheets_book *book);

/// Frees everything and writes nothing.
void sheets_abandon(sheets_book *book);
