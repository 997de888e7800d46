#include "reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// MARK: Which sheets there are

/// The relations of the workbook: which part an id means.
typedef struct {
  sheets_walk walk;
  sheets_reader *reader;
  struct relation {
    char *id, *target;
  } *relations;
  size_t count;
  bool in_dates;
} book_walk;

static void relation_start(void *context, const char *name, const char **attributes) {
  book_walk *book = context;
  if (!sheets_is(name, "Relationship")) return;
  const char *id = sheets_attribute(attributes, "Id");
  const char *target = sheets_attribute(attributes, "Target");
  if (!id || !target || book->count >= SHEETS_SHEETS * 4) return;
  struct relation *grown = realloc(book->relations, (book->count + 1) * sizeof *grown);
  if (!grown) return sheets_stop(book, SHEETS_TOO_LARGE);
  book->relations = grown;
  char *part = malloc(strlen(target) + 4);
  if (!part) return sheets_stop(book, SHEETS_TOO_LARGE);
  // Beside the workbook, or from the root of the archive.
  if (target[0] == '/') strcpy(part, target + 1);
  else sprintf(part, "xl/%s", target);
  book->relations[book->count].id = strdup(id);
  book->relations[book->count].target = part;
  book->count++;
}

static void book_start(void *context, const char *name, const char **attributes) {
  book_walk *book = context;
  if (sheets_is(name, "workbookPr")) {
    const char *since = sheets_attribute(attributes, "date1904");
    book->reader->since_1904 = since && (strcmp(since, "1") == 0 || strcmp(since, "true") == 0);
  }
  if (!sheets_is(name, "sheet")) return;
  const char *title = sheets_attribute(attributes, "name");
  const char *state = sheets_attribute(attributes, "state");
  const char *id = NULL;
  for (const char **at = attributes; at[0]; at += 2)
    if (strchr(at[0], ':') && sheets_is(at[0], "id")) id = at[1];
  for (size_t index = 0; id && title && index < book->count; index++) {
    struct relation *relation = &book->relations[index];
    if (!relation->id || strcmp(relation->id, id) != 0) continue;
    bool is_hidden = state && strcmp(state, "visible") != 0;
    if (!sheets_entry_add(book->reader, title, relation->target, is_hidden))
      sheets_stop(book, SHEETS_TOO_LARGE);
    return;
  }
}

// MARK: How cells look

typedef struct {
  sheets_walk walk;
  sheets_reader *reader;
  bool in_formats;
  int dates[4096];
  size_t date_count;
} style_walk;

static void style_start(void *context, const char *name, const char **attributes) {
  style_walk *style = context;
  const char *number = sheets_attribute(attributes, "numFmtId");
  if (sheets_is(name, "numFmt")) {
    const char *format = sheets_attribute(attributes, "formatCode");
    if (number && format && sheets_shows_date(format)
      && style->date_count < sizeof style->dates / sizeof *style->dates)
      style->dates[style->date_count++] = atoi(number);
  } else if (sheets_is(name, "cellXfs")) {
    style->in_formats = true;
  } else if (style->in_formats && sheets_is(name, "xf")) {
    sheets_reader *reader = style->reader;
    if (reader->format_count >= 1 << 16) return sheets_stop(style, SHEETS_TOO_LARGE);
    bool *grown = realloc(reader->is_date, reader->format_count + 1);
    if (!grown) return sheets_stop(style, SHEETS_TOO_LARGE);
    reader->is_date = grown;
    int id = number ? atoi(number) : 0;
    bool is_date = sheets_is_date_number(id);
    for (size_t index = 0; index < style->date_count; index++)
      is_date = is_date || style->dates[index] == id;
    reader->is_date[reader->format_count++] = is_date;
  }
}

static void style_end(void *context, const char *name) {
  if (sheets_is(name, "cellXfs")) ((style_walk *)context)->in_formats = false;
}

// MARK: The texts that cells share

/// Adds what is written in `t` elements, those of rich text one after the other; the reading over kanji
/// (`rPh`) is no part of it.
typedef struct {
  bool in_text;
  int in_reading;
} text_state;

static void text_start(text_state *state, const char *name) {
  if (sheets_is(name, "rPh")) state->in_reading++;
  else if (sheets_is(name, "t")) state->in_text = true;
}
static void text_end(text_state *state, const char *name) {
  if (sheets_is(name, "rPh")) state->in_reading--;
  else if (sheets_is(name, "t")) state->in_text = false;
}
static bool is_taken(const text_state *state) {
  return state->in_text && state->in_reading == 0;
}

typedef struct {
  sheets_walk walk;
  sheets_reader *reader;
  text_state state;
} shared_walk;

static void shared_start(void *context, const char *name, const char **attributes) {
  (void)attributes;
  text_start(&((shared_walk *)context)->state, name);
}
static void shared_end(void *context, const char *name) {
  shared_walk *shared = context;
  sheets_reader *reader = shared->reader;
  text_end(&shared->state, name);
  if (!sheets_is(name, "si")) return;
  if (reader->shared_count == reader->shared_room) {
    size_t room = reader->shared_room ? reader->shared_room * 2 : 256;
    size_t *grown = room > SHEETS_SHARED ? NULL : realloc(reader->ends, room * sizeof *grown);
    if (!grown) return sheets_stop(shared, SHEETS_TOO_LARGE);
    reader->ends = grown;
    reader->shared_room = room;
  }
  reader->ends[reader->shared_count++] = reader->shared.count;
}
static void shared_text(void *context, const char *bytes, int count) {
  shared_walk *shared = context;
  if (is_taken(&shared->state)
    && !sheets_add(&shared->reader->shared, bytes, count, SHEETS_SHARED))
    sheets_stop(shared, SHEETS_TOO_LARGE);
}

// MARK: Opening

static void nothing(void *context, const char *bytes, int count) {
  (void)context, (void)bytes, (void)count;
}
static void no_end(void *context, const char *name) { (void)context, (void)name; }

sheets_fault sheets_xlsx_open(sheets_reader *reader) {
  sheets_archive *archive = reader->archive;
  if (!sheets_archive_has(archive, "xl/workbook.xml")) return SHEETS_NO_WORKBOOK;
  book_walk book = {.reader = reader};
  sheets_fault fault = sheets_walk_part(
    archive, "xl/_rels/workbook.xml.rels", SHEETS_SMALL, &book, relation_start, no_end, nothing);
  if (fault == SHEETS_READ)
    fault = sheets_walk_part(
      archive, "xl/workbook.xml", SHEETS_SMALL, &book, book_start, no_end, nothing);
  for (size_t index = 0; index < book.count; index++) {
    free(book.relations[index].id);
    free(book.relations[index].target);
  }
  free(book.relations);
  if (fault == SHEETS_READ && sheets_archive_has(archive, "xl/styles.xml")) {
    style_walk *style = calloc(1, sizeof *style);
    if (!style) return SHEETS_TOO_LARGE;
    style->reader = reader;
    fault = sheets_walk_part(
      archive, "xl/styles.xml", SHEETS_SMALL, style, style_start, style_end, nothing);
    free(style);
  }
  if (fault == SHEETS_READ && sheets_archive_has(archive, "xl/sharedStrings.xml")) {
    shared_walk shared = {.reader = reader};
    fault = sheets_walk_part(
      archive, "xl/sharedStrings.xml", SHEETS_PART, &shared, shared_start, shared_end,
      shared_text);
  }
  return fault;
}

// MARK: Cells

typedef struct {
  sheets_walk walk;
  sheets_reader *reader;
  sheets_cell cell;
  void *context;
  text_state state;
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
    text_start(&walk->state, name);
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
  else text_end(&walk->state, name);
}

static void cell_text(void *context, const char *bytes, int count) {
  cell_walk *walk = context;
  if ((walk->in_value || (walk->type == 'i' && is_taken(&walk->state)))
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
