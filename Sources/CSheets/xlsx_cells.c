#include "reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  sheets_walk walk;
  sheets_reader *reader;
  sheets_cell cell;
  void *context;
  sheets_text_place state;
  uint32_t row, column;
  /// The row and column that come next where none is said.
  uint32_t next_row, next_column;
  bool in_value, has_value, is_formula;
  char type;
  int format;
  sheets_text text;
} cell_walk;

/// The column of `BC12`; the row into `row` where it has one.
static bool place_of(const char *name, uint32_t *row, uint32_t *column) {
  uint32_t letters = 0;
  for (; *name >= 'A' && *name <= 'Z'; name++) {
    letters = letters * 26 + (*name - 'A' + 1);
    if (letters > SHEETS_COLUMNS) return false;
  }
  char *end;
  unsigned long number = strtoul(name, &end, 10);
  if (letters == 0 || *end || number == 0 || number > SHEETS_ROWS) return false;
  *column = letters - 1;
  *row = number - 1;
  return true;
}

static void cell_start(void *context, const char *name, const char **attributes) {
  cell_walk *walk = context;
  if (sheets_is(name, "row")) {
    const char *said = sheets_attribute(attributes, "r");
    unsigned long number = said ? strtoul(said, NULL, 10) : walk->next_row + 1;
    if (number == 0 || number <= walk->next_row || number > SHEETS_ROWS)
      return sheets_stop(walk, SHEETS_BROKEN);
    walk->row = number - 1;
    walk->next_row = number;
    walk->next_column = 0;
  } else if (sheets_is(name, "c")) {
    const char *place = NULL, *type = sheets_attribute(attributes, "t");
    const char *style = sheets_attribute(attributes, "s");
    for (const char **at = attributes; at[0]; at += 2)
      if (strcmp(at[0], "r") == 0) place = at[1];
    uint32_t row = walk->row, column = walk->next_column;
    if (place && (!place_of(place, &row, &column) || row < walk->row || column < walk->next_column))
      return sheets_stop(walk, SHEETS_BROKEN);
    walk->row = row;
    if (row + 1 > walk->next_row) walk->next_row = row + 1;
    if (column >= SHEETS_COLUMNS) return sheets_stop(walk, SHEETS_TOO_LARGE);
    walk->column = column;
    walk->next_column = column + 1;
    // s: shared, i: in its place, d: a date, b, e: an error, t: what a formula came to, n: a number.
    walk->type = !type ? 'n' : strcmp(type, "str") == 0 ? 't' : type[0];
    walk->format = style ? atoi(style) : 0;
    walk->has_value = walk->is_formula = false;
    if (!sheets_clear(&walk->text)) sheets_stop(walk, SHEETS_TOO_LARGE);
  } else if (sheets_is(name, "v")) {
    walk->in_value = walk->has_value = true;
  } else if (sheets_is(name, "f")) {
    walk->is_formula = true;
  } else {
    sheets_text_start(&walk->state, name);
  }
}

static void tell_number(cell_walk *walk) {
  char *end, text[64];
  double number = strtod(walk->text.bytes, &end);
  sheets_reader *reader = walk->reader;
  bool is_date = walk->format >= 0 && (size_t)walk->format < reader->format_count
    && reader->is_date[walk->format];
  bool is_number = *end == 0 && end != walk->text.bytes;
  if (is_date && is_number && sheets_date_text(number, reader->since_1904, text, sizeof text)) {
    if (!walk->cell(walk->context, walk->row, walk->column, text, strlen(text)))
      sheets_stop(walk, SHEETS_TOO_LARGE);
    return;
  }
  // 1.9900000000000002 as it is shown, and no 9.0E9 for a telephone.
  if (is_number && strpbrk(walk->text.bytes, ".eE")) {
    snprintf(text, sizeof text, number < 1e15 && number > -1e15 && number == (double)(long long)number
      ? "%.0f" : "%.15g", number);
    sheets_clear(&walk->text);
    sheets_add(&walk->text, text, strlen(text), SHEETS_CELL);
  }
  if (!walk->cell(walk->context, walk->row, walk->column, walk->text.bytes, walk->text.count))
    sheets_stop(walk, SHEETS_TOO_LARGE);
}

static void tell_cell(cell_walk *walk) {
  const char *text = walk->text.bytes;
  size_t count = walk->text.count;
  sheets_reader *reader = walk->reader;
  if (walk->is_formula && !walk->has_value) {
    // Nobody has calculated it: what it would come to is not known.
    text = "\xEF\xBF\xBD";
    count = 3;
  } else if (walk->type == 'n' && count) return tell_number(walk);
  if (walk->type == 's' && count) {
    char *end;
    unsigned long index = strtoul(text, &end, 10);
    if (*end || index >= reader->shared_count) return sheets_stop(walk, SHEETS_BROKEN);
    size_t first = index ? reader->ends[index - 1] : 0;
    count = reader->ends[index] - first;
    sheets_clear(&walk->text);
    if (!sheets_add(&walk->text, count ? reader->shared.bytes + first : "", count, SHEETS_CELL))
      return sheets_stop(walk, SHEETS_TOO_LARGE);
    text = walk->text.bytes;
  } else if (walk->type == 'b' && count) {
    text = text[0] == '1' ? "TRUE" : "FALSE";
    count = strlen(text);
  }
  if (count && !walk->cell(walk->context, walk->row, walk->column, text, count))
    sheets_stop(walk, SHEETS_TOO_LARGE);
}

static void cell_end(void *context, const char *name) {
  cell_walk *walk = context;
  if (sheets_is(name, "v")) walk->in_value = false;
  else if (sheets_is(name, "c")) tell_cell(walk);
  else sheets_text_end(&walk->state, name);
}

static void cell_text(void *context, const char *bytes, int count) {
  cell_walk *walk = context;
  if ((walk->in_value || (walk->type == 'i' && sheets_is_text(&walk->state)))
    && !sheets_add(&walk->text, bytes, count, SHEETS_CELL))
    sheets_stop(walk, SHEETS_TOO_LARGE);
}

sheets_fault sheets_xlsx_cells(
  sheets_reader *reader, int sheet, sheets_cell cell, void *context
) {
  cell_walk walk = {.reader = reader, .cell = cell, .context = context};
  sheets_clear(&walk.text);
  sheets_fault fault = sheets_walk_part(
    reader->archive, reader->sheets[sheet].part, SHEETS_PART, &walk, cell_start, cell_end,
    cell_text);
  free(walk.text.bytes);
  return fault;
}
