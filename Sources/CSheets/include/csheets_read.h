/// Workbooks read: XLSX and ODS, from bytes in memory, through minizip and expat.
///
/// Every cell comes as text in UTF-8: dates as 2026-04-01, numbers as they are kept, of a formula what it
/// came to last, or U+FFFD where nobody has calculated it. A file is hostile until it is read: parts are limited before and while they are
/// inflated, and nothing of it is followed outside.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct sheets_reader sheets_reader;

typedef enum {
  SHEETS_READ,
  /// The machine lacks a library.
  SHEETS_NO_LIBRARY,
  /// An archive that holds no workbook.
  SHEETS_NO_WORKBOOK,
  SHEETS_BROKEN,
  SHEETS_TOO_LARGE,
} sheets_fault;

/// Told of a cell with anything in it: rows and columns count from 0 and never go back, `text` ends with
/// a zero and lives as long as the call. False to stop.
typedef bool (*sheets_cell)(
  void *context, uint32_t row, uint32_t column, const char *text, size_t length);

/// \param bytes have to live as long as the reader.
/// \return NULL where it cannot be read; then `fault` says why.
sheets_reader *sheets_read_open(const uint8_t *bytes, size_t count, sheets_fault *fault);
int sheets_read_count(const sheets_reader *reader);
/// The name of a sheet.
const char *sheets_read_name(const sheets_reader *reader, int sheet);
/// Whether a spreadsheet shows it.
bool sheets_read_is_shown(const sheets_reader *reader, int sheet);
sheets_fault sheets_read_cells(
  sheets_reader *reader, int sheet, sheets_cell cell, void *context);
void sheets_read_close(sheets_reader *reader);
