#include "internal.h"

#include <stdlib.h>
#include <string.h>

/// One more place in a list of pointers; false where memory is short.
static bool grow(void *list, int count) {
  void **old = *(void ***)list, **grown = realloc(old, sizeof(void *) * ((size_t)count + 1));
  if (grown) *(void ***)list = grown;
  return grown != NULL;
}

void sheets_note(sheets_book *book, lxw_error error) {
  if (book->error == LXW_NO_ERROR) book->error = error;
}

lxw_worksheet *sheets_sheet(sheets_book *book, int sheet) {
  return sheet >= 0 && sheet < book->sheet_count ? book->sheets[sheet] : NULL;
}

static lxw_format *format_of(sheets_book *book, int format) {
  return format >= 0 && format < book->format_count ? book->formats[format] : NULL;
}

sheets_book *sheets_open(
    const char *path, const char *folder, bool in_order, const char *font, const char *title,
    const char *author, int64_t made) {
  sheets_book *book = sheets_load() ? calloc(1, sizeof *book) : NULL;
  if (!book) return NULL;
  lxw_workbook_options options = {
      .constant_memory = in_order, .tmpdir = (char *)folder, .use_zip64 = in_order};
  book->font = strdup(font);
  book->workbook = book->font ? workbook_new_opt(path, &options) : NULL;
  if (!book->workbook) {
    free(book->font);
    free(book);
    return NULL;
  }
  lxw_doc_properties properties = {
      .title = (char *)title, .author = (char *)author, .created = (time_t)made};
  sheets_note(book, workbook_set_properties(book->workbook, &properties));
  return book;
}

int sheets_add_format(sheets_book *book, const sheets_format *wanted) {
  lxw_format *format =
      grow(&book->formats, book->format_count) ? workbook_add_format(book->workbook) : NULL;
  if (!format) {
    sheets_note(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return -1;
  }
  format_set_font_name(format, book->font);
  format_set_font_size(format, wanted->size);
  format_set_align(format, wanted->wrapped ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if (wanted->bold) format_set_bold(format);
  if (wanted->wrapped) format_set_text_wrap(format);
  if (wanted->right) format_set_align(format, LXW_ALIGN_RIGHT);
  if (wanted->indent > 0) format_set_indent(format, (uint8_t)wanted->indent);
  if (wanted->colour >= 0) format_set_font_color(format, (lxw_color_t)wanted->colour);
  if (wanted->fill >= 0) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, (lxw_color_t)wanted->fill);
  }
  if (wanted->underlined) format_set_bottom(format, LXW_BORDER_THIN);
  if (wanted->number) format_set_num_format(format, wanted->number);
  book->formats[book->format_count] = format;
  return book->format_count++;
}

int sheets_add_sheet(sheets_book *book, const char *name) {
  lxw_worksheet *sheet =
      grow(&book->sheets, book->sheet_count) ? workbook_add_worksheet(book->workbook, name) : NULL;
  if (!sheet) {
    sheets_note(book, LXW_ERROR_PARAMETER_VALIDATION);
    return -1;
  }
  // Japanese letters are taller than the rows a spreadsheet makes by itself; in points.
  worksheet_set_default_row(sheet, 18, LXW_FALSE);
  book->sheets[book->sheet_count] = sheet;
  return book->sheet_count++;
}

void sheets_text(
    sheets_book *book, int sheet, uint32_t row, uint16_t column, const char *text, int format) {
  lxw_worksheet *found = sheets_sheet(book, sheet);
  if (found)
    sheets_note(book, worksheet_write_string(found, row, column, text, format_of(book, format)));
}

void sheets_number(
    sheets_book *book, int sheet, uint32_t row, uint16_t column, double number, int format) {
  lxw_worksheet *found = sheets_sheet(book, sheet);
  if (found)
    sheets_note(book, worksheet_write_number(found, row, column, number, format_of(book, format)));
}

void sheets_width(sheets_book *book, int sheet, uint16_t column, double width) {
  lxw_worksheet *found = sheets_sheet(book, sheet);
  if (found) sheets_note(book, worksheet_set_column(found, column, column, width, NULL));
}

void sheets_freeze(sheets_book *book, int sheet, uint32_t row, uint16_t column) {
  lxw_worksheet *found = sheets_sheet(book, sheet);
  if (!found) return;
  worksheet_freeze_panes(found, row, column);
  if (row > 0) sheets_note(book, worksheet_repeat_rows(found, row - 1, row - 1));
}

void sheets_paper(sheets_book *book, int sheet, bool landscape) {
  lxw_worksheet *found = sheets_sheet(book, sheet);
  if (!found) return;
  // 9 is A4.
  worksheet_set_paper(found, 9);
  if (landscape) worksheet_set_landscape(found);
  worksheet_fit_to_pages(found, 1, 0);
  sheets_note(book, worksheet_set_footer(found, "&L&A&R&P / &N"));
}

void sheets_filter(
    sheets_book *book, int sheet, uint32_t first, uint32_t last, uint16_t columns) {
  lxw_worksheet *found = sheets_sheet(book, sheet);
  if (found && columns > 0)
    sheets_note(book, worksheet_autofilter(found, first, 0, last, columns - 1));
}

static void release(sheets_book *book) {
  free(book->sheets);
  free(book->formats);
  free(book->font);
  free(book);
}

int sheets_close(sheets_book *book) {
  // It frees itself whatever comes of it.
  sheets_note(book, workbook_close(book->workbook));
  int error = (int)book->error;
  release(book);
  return error;
}

void sheets_abandon(sheets_book *book) {
  lxw_workbook_free(book->workbook);
  release(book);
}
