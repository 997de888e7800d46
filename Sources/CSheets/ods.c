#include "reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  sheets_walk walk;
  sheets_reader *reader;
  /// Which sheet is read; -1 for their names alone.
  int wanted, at;
  /// How deep tables lie in each other: one inside a cell is no sheet.
  int depth;
  sheets_cell cell;
  void *context;
  uint32_t row, column, row_repeat, column_repeat;
  bool has_value;
  int in_paragraph, in_aside;
  sheets_text text;
  /// The cells of the row, told once more where it is repeated.
  sheets_text cells;
} ods_walk;

static bool is_wanted(const ods_walk *walk) {
  return walk->depth == 1 && walk->at == walk->wanted;
}

/// Annotations, readings over kanji and drawings are no part of the text of a cell.
static bool is_aside(const char *name) {
  return sheets_is(name, "annotation") || sheets_is(name, "ruby-text") || sheets_is(name, "shape")
    || sheets_is(name, "frame");
}

static uint32_t repeated(const char **attributes, const char *name) {
  const char *said = sheets_attribute(attributes, name);
  unsigned long number = said ? strtoul(said, NULL, 10) : 1;
  return number > 0 && number <= SHEETS_ROWS ? number : 1;
}

static void add(ods_walk *walk, const char *bytes, size_t count) {
  if (!sheets_add(&walk->text, bytes, count, SHEETS_CELL)) sheets_stop(walk, SHEETS_TOO_LARGE);
}

/// What a cell holds that is no text: a day without its midnight, a number, yes or no.
static void start_value(ods_walk *walk, const char **attributes) {
  const char *type = sheets_attribute(attributes, "value-type");
  walk->has_value = false;
  if (!type) return;
  const char *value = NULL;
  if (strcmp(type, "date") == 0) value = sheets_attribute(attributes, "date-value");
  else if (strcmp(type, "float") == 0 || strcmp(type, "currency") == 0)
    value = sheets_attribute(attributes, "value");
  else if (strcmp(type, "boolean") == 0) {
    value = sheets_attribute(attributes, "boolean-value");
    if (value) value = strcmp(value, "true") == 0 ? "TRUE" : "FALSE";
  }
  if (!value) return;
  size_t count = strlen(value);
  const char *midnight = strstr(value, "T00:00:00");
  if (midnight && value[0] >= '0' && value[0] <= '9') count = midnight - value;
  walk->has_value = true;
  add(walk, value, count);
}

static void ods_start(void *context, const char *name, const char **attributes) {
  ods_walk *walk = context;
  if (sheets_is(name, "table")) {
    if (walk->depth++ > 0) return;
    walk->at++;
    walk->row = 0;
    const char *title = sheets_attribute(attributes, "name");
    if (walk->wanted < 0 && !sheets_entry_add(walk->reader, title ? title : "", "", false))
      sheets_stop(walk, SHEETS_TOO_LARGE);
    return;
  }
  if (!is_wanted(walk)) return;
  if (sheets_is(name, "table-row")) {
    walk->column = 0;
    walk->row_repeat = repeated(attributes, "number-rows-repeated");
    if (!sheets_clear(&walk->cells)) sheets_stop(walk, SHEETS_TOO_LARGE);
  } else if (sheets_is(name, "table-cell") || sheets_is(name, "covered-table-cell")) {
    walk->column_repeat = repeated(attributes, "number-columns-repeated");
    walk->in_paragraph = walk->in_aside = 0;
    if (!sheets_clear(&walk->text)) sheets_stop(walk, SHEETS_TOO_LARGE);
    start_value(walk, attributes);
  } else if (is_aside(name)) {
    walk->in_aside++;
  } else if (walk->in_aside == 0 && !walk->has_value) {
    if (sheets_is(name, "p")) {
      if (walk->in_paragraph++ == 0 && walk->text.count) add(walk, "\n", 1);
    } else if (sheets_is(name, "s")) {
      const char *said = sheets_attribute(attributes, "c");
      for (long left = said ? strtol(said, NULL, 10) : 1; left > 0 && left < 1000; left--)
        add(walk, " ", 1);
    } else if (sheets_is(name, "tab")) {
      add(walk, "\t", 1);
    } else if (sheets_is(name, "line-break")) {
      add(walk, "\n", 1);
    }
  }
}

/// Keeps a cell for the end of its row: the column and the text with its zero.
static void keep_cell(ods_walk *walk) {
  uint32_t repeat = walk->column_repeat;
  if (walk->text.count == 0) {
    walk->column += repeat;
    return;
  }
  if (repeat > SHEETS_COLUMNS || walk->column + repeat > SHEETS_COLUMNS)
    return sheets_stop(walk, SHEETS_TOO_LARGE);
  for (; repeat > 0; repeat--, walk->column++) {
    uint32_t place[2] = {walk->column, (uint32_t)walk->text.count};
    if (!sheets_add(&walk->cells, (const char *)place, sizeof place, SHEETS_SHARED)
      || !sheets_add(&walk->cells, walk->text.bytes, walk->text.count + 1, SHEETS_SHARED))
      return sheets_stop(walk, SHEETS_TOO_LARGE);
  }
}

static void tell_row(ods_walk *walk) {
  if (walk->cells.count == 0) {
    walk->row += walk->row_repeat;
    return;
  }
  if (walk->row_repeat > SHEETS_REPEATED) return sheets_stop(walk, SHEETS_TOO_LARGE);
  for (uint32_t repeat = walk->row_repeat; repeat > 0; repeat--, walk->row++) {
    if (walk->row >= SHEETS_ROWS) return sheets_stop(walk, SHEETS_TOO_LARGE);
    for (size_t at = 0; at < walk->cells.count;) {
      uint32_t place[2];
      memcpy(place, walk->cells.bytes + at, sizeof place);
      at += sizeof place;
      if (!walk->cell(walk->context, walk->row, place[0], walk->cells.bytes + at, place[1]))
        return sheets_stop(walk, SHEETS_TOO_LARGE);
      at += place[1] + 1;
    }
  }
}

static void ods_end(void *context, const char *name) {
  ods_walk *walk = context;
  if (sheets_is(name, "table")) {
    walk->depth--;
    return;
  }
  if (!is_wanted(walk)) return;
  if (sheets_is(name, "table-row")) tell_row(walk);
  else if (sheets_is(name, "table-cell") || sheets_is(name, "covered-table-cell")) keep_cell(walk);
  else if (is_aside(name)) walk->in_aside--;
  else if (sheets_is(name, "p") && walk->in_aside == 0 && walk->in_paragraph > 0)
    walk->in_paragraph--;
}

static void ods_text(void *context, const char *bytes, int count) {
  ods_walk *walk = context;
  if (is_wanted(walk) && walk->in_paragraph > 0 && walk->in_aside == 0 && !walk->has_value)
    add(walk, bytes, count);
}

static sheets_fault walk_content(ods_walk *walk) {
  walk->at = -1;
  sheets_fault fault = sheets_walk_part(
    walk->reader->archive, "content.xml", SHEETS_PART, walk, ods_start, ods_end, ods_text);
  free(walk->text.bytes);
  free(walk->cells.bytes);
  return fault;
}

sheets_fault sheets_ods_open(sheets_reader *reader) {
  ods_walk walk = {.reader = reader, .wanted = -1};
  return walk_content(&walk);
}

sheets_fault sheets_ods_cells(
  sheets_reader *reader, int sheet, sheets_cell cell, void *context
) {
  ods_walk walk = {.reader = reader, .wanted = sheet, .cell = cell, .context = context};
  return walk_content(&walk);
}
