#include "reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// MARK: Which sheets there are

/// What a part says of others: which part an id means, and what for.
typedef struct {
  sheets_walk walk;
  sheets_reader *reader;
  /// The folder of the part that says it, with its slash.
  char folder[256];
  struct relation {
    char *id, *type, *target;
  } *relations;
  size_t count;
  /// How many sheets were named, also those that are not there.
  int sheets;
} book_walk;

static void relation_start(void *context, const char *name, const char **attributes) {
  book_walk *book = context;
  if (!sheets_is(name, "Relationship")) return;
  const char *id = sheets_attribute(attributes, "Id");
  const char *type = sheets_attribute(attributes, "Type");
  const char *target = sheets_attribute(attributes, "Target");
  if (!id || !target || book->count >= SHEETS_SHEETS * 4) return;
  struct relation *grown = realloc(book->relations, (book->count + 1) * sizeof *grown);
  if (!grown) return sheets_stop(book, SHEETS_TOO_LARGE);
  book->relations = grown;
  char *part = malloc(strlen(book->folder) + strlen(target) + 1);
  if (!part) return sheets_stop(book, SHEETS_TOO_LARGE);
  // From the root of the archive, or beside the part.
  if (target[0] == '/') strcpy(part, target + 1);
  else sprintf(part, "%s%s", book->folder, target);
  book->relations[book->count].id = strdup(id);
  book->relations[book->count].type = strdup(type ? type : "");
  book->relations[book->count].target = part;
  book->count++;
}

static void free_relations(book_walk *book) {
  for (size_t index = 0; index < book->count; index++) {
    free(book->relations[index].id);
    free(book->relations[index].type);
    free(book->relations[index].target);
  }
  free(book->relations);
  book->relations = NULL;
  book->count = 0;
}

/// The part for a use, such as `styles`; a copy of it, or of `usual` where none is said.
static char *part_for(const book_walk *book, const char *use, const char *usual) {
  for (size_t index = 0; index < book->count; index++) {
    const char *type = book->relations[index].type;
    const char *slash = type ? strrchr(type, '/') : NULL;
    if (slash && strcmp(slash + 1, use) == 0) return strdup(book->relations[index].target);
  }
  return strdup(usual);
}

static void book_start(void *context, const char *name, const char **attributes) {
  book_walk *book = context;
  if (sheets_is(name, "workbookPr")) {
    const char *since = sheets_attribute(attributes, "date1904");
    book->reader->since_1904 = since && (strcmp(since, "1") == 0 || strcmp(since, "true") == 0);
  }
  if (!sheets_is(name, "sheet")) return;
  if (++book->sheets > SHEETS_SHEETS) return sheets_stop(book, SHEETS_TOO_LARGE);
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

typedef struct {
  sheets_walk walk;
  sheets_reader *reader;
  sheets_text_place state;
} shared_walk;

static void shared_start(void *context, const char *name, const char **attributes) {
  (void)attributes;
  sheets_text_start(&((shared_walk *)context)->state, name);
}
static void shared_end(void *context, const char *name) {
  shared_walk *shared = context;
  sheets_reader *reader = shared->reader;
  sheets_text_end(&shared->state, name);
  if (!sheets_is(name, "si")) return;
  if (reader->shared_count == reader->shared_room) {
    size_t room = reader->shared_room ? reader->shared_room * 2 : 256;
    size_t *grown =
      room > SHEETS_SHARED / sizeof *grown ? NULL : realloc(reader->ends, room * sizeof *grown);
    if (!grown) return sheets_stop(shared, SHEETS_TOO_LARGE);
    reader->ends = grown;
    reader->shared_room = room;
  }
  reader->ends[reader->shared_count++] = reader->shared.count;
}
static void shared_text(void *context, const char *bytes, int count) {
  shared_walk *shared = context;
  if (sheets_is_text(&shared->state)
    && !sheets_add(&shared->reader->shared, bytes, count, SHEETS_SHARED))
    sheets_stop(shared, SHEETS_TOO_LARGE);
}

// MARK: Opening

static void nothing(void *context, const char *bytes, int count) {
  (void)context, (void)bytes, (void)count;
}
static void no_end(void *context, const char *name) { (void)context, (void)name; }

/// Reads what the part of the workbook says, and what it says of others.
static sheets_fault read_book(book_walk *book, const char *part) {
  sheets_archive *archive = book->reader->archive;
  const char *slash = strrchr(part, '/');
  size_t folder = slash ? slash + 1 - part : 0;
  char relations[sizeof book->folder * 2 + 16];
  if (strlen(part) >= sizeof book->folder) return SHEETS_BROKEN;
  memcpy(book->folder, part, folder);
  book->folder[folder] = 0;
  snprintf(relations, sizeof relations, "%s_rels/%s.rels", book->folder, part + folder);
  sheets_fault fault = sheets_walk_part(
    archive, relations, SHEETS_SMALL, book, relation_start, no_end, nothing);
  if (fault != SHEETS_READ) return fault;
  return sheets_walk_part(archive, part, SHEETS_SMALL, book, book_start, no_end, nothing);
}

static sheets_fault read_styles(sheets_reader *reader, const char *part) {
  if (!sheets_archive_has(reader->archive, part)) return SHEETS_READ;
  style_walk *style = calloc(1, sizeof *style);
  if (!style) return SHEETS_TOO_LARGE;
  style->reader = reader;
  sheets_fault fault = sheets_walk_part(
    reader->archive, part, SHEETS_SMALL, style, style_start, style_end, nothing);
  free(style);
  return fault;
}

static sheets_fault read_shared(sheets_reader *reader, const char *part) {
  if (!sheets_archive_has(reader->archive, part)) return SHEETS_READ;
  shared_walk shared = {.reader = reader};
  return sheets_walk_part(
    reader->archive, part, SHEETS_PART, &shared, shared_start, shared_end, shared_text);
}

sheets_fault sheets_xlsx_open(sheets_reader *reader) {
  book_walk book = {.reader = reader};
  if (sheets_archive_has(reader->archive, "_rels/.rels"))
    sheets_walk_part(
      reader->archive, "_rels/.rels", SHEETS_SMALL, &book, relation_start, no_end, nothing);
  char *part = part_for(&book, "officeDocument", "xl/workbook.xml");
  free_relations(&book);
  sheets_fault fault = SHEETS_NO_WORKBOOK;
  if (part && sheets_archive_has(reader->archive, part)) fault = read_book(&book, part);
  free(part);
  char *styles = part_for(&book, "styles", "xl/styles.xml");
  char *shared = part_for(&book, "sharedStrings", "xl/sharedStrings.xml");
  free_relations(&book);
  if (!styles || !shared) fault = SHEETS_TOO_LARGE;
  if (fault == SHEETS_READ) fault = read_styles(reader, styles);
  if (fault == SHEETS_READ) fault = read_shared(reader, shared);
  free(styles);
  free(shared);
  return fault;
}
