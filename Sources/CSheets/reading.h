#pragma once

#include "csheets_read.h"

#include <expat.h>

enum {
  /// What one part may come to.
  SHEETS_PART = 192 << 20,
  /// What all texts that cells share may come to.
  SHEETS_SHARED = 48 << 20,
  /// What the parts that only say how to read the others may come to.
  SHEETS_SMALL = 16 << 20,
  SHEETS_SHEETS = 1000,
  SHEETS_ROWS = 1 << 20,
  SHEETS_COLUMNS = 16384,
  /// How often a row that says something is repeated: nobody is in a list a thousand times.
  SHEETS_REPEATED = 1000,
  SHEETS_CELL = 1 << 20,
};

/// A text that grows.
typedef struct {
  char *bytes;
  size_t count, room;
} sheets_text;

/// False where there is no memory, or it would be longer than `most`.
bool sheets_add(sheets_text *text, const char *bytes, size_t count, size_t most);
/// Empty, with a zero at its end.
bool sheets_clear(sheets_text *text);

typedef struct {
  char *name;
  char *part;
  bool is_hidden;
} sheets_entry;

typedef struct sheets_archive sheets_archive;

struct sheets_reader {
  sheets_archive *archive;
  bool is_ods;
  sheets_entry *sheets;
  int count;
  /// Of XLSX: the texts that cells share one after the other, and where each ends.
  sheets_text shared;
  size_t *ends;
  size_t shared_count, shared_room;
  /// For each format of cells whether it shows a date.
  bool *is_date;
  size_t format_count;
  bool since_1904;
};

/// Takes in a part: what it says comes to the handlers of the parser.
typedef struct {
  XML_Parser parser;
  sheets_fault fault;
  XML_StartElementHandler start;
  XML_EndElementHandler end;
  int depth;
} sheets_walk;

sheets_archive *sheets_archive_open(const uint8_t *bytes, size_t count, sheets_fault *fault);
void sheets_archive_close(sheets_archive *archive);
bool sheets_archive_has(sheets_archive *archive, const char *part);

/// Walks through a part; `context` begins with a `sheets_walk`, which the handlers stop with `sheets_stop`.
sheets_fault sheets_walk_part(
  sheets_archive *archive, const char *part, uint64_t most, void *context,
  XML_StartElementHandler start, XML_EndElementHandler end, XML_CharacterDataHandler text);
void sheets_stop(void *context, sheets_fault fault);

/// A name without the prefix of its namespace.
const char *sheets_local(const char *name);
/// The value of an attribute by its local name; NULL where there is none.
const char *sheets_attribute(const char **attributes, const char *name);
bool sheets_is(const char *name, const char *local);
bool sheets_entry_add(sheets_reader *reader, const char *name, const char *part, bool is_hidden);

/// Where a parser is among texts, those of rich text one after the other: what is written stands in `t`
/// elements, and the reading over kanji (`rPh`) is no part of it.
typedef struct {
  bool in_text;
  int in_reading;
} sheets_text_place;

void sheets_text_start(sheets_text_place *place, const char *name);
void sheets_text_end(sheets_text_place *place, const char *name);
bool sheets_is_text(const sheets_text_place *place);

sheets_fault sheets_xlsx_open(sheets_reader *reader);
sheets_fault sheets_xlsx_cells(
  sheets_reader *reader, int sheet, sheets_cell cell, void *context);
sheets_fault sheets_ods_open(sheets_reader *reader);
sheets_fault sheets_ods_cells(
  sheets_reader *reader, int sheet, sheets_cell cell, void *context);

/// Whether a number format shows a date or a time.
bool sheets_shows_date(const char *format);
bool sheets_is_date_number(int number);
/// Writes the day or the time of a serial number; false where it is none.
bool sheets_date_text(double serial, bool since_1904, char *text, size_t room);
