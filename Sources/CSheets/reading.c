#include "reading.h"

#include <stdlib.h>
#include <string.h>

bool sheets_add(sheets_text *text, const char *bytes, size_t count, size_t most) {
  if (text->count > most || count > most - text->count) return false;
  if (text->count + count + 1 > text->room) {
    size_t room = text->room ? text->room : 64;
    while (room < text->count + count + 1) room *= 2;
    char *grown = realloc(text->bytes, room);
    if (!grown) return false;
    text->bytes = grown;
    text->room = room;
  }
  memcpy(text->bytes + text->count, bytes, count);
  text->count += count;
  text->bytes[text->count] = 0;
  return true;
}

bool sheets_clear(sheets_text *text) {
  text->count = 0;
  return sheets_add(text, "", 0, 0);
}

const char *sheets_local(const char *name) {
  const char *colon = strrchr(name, ':');
  return colon ? colon + 1 : name;
}

bool sheets_is(const char *name, const char *local) {
  return strcmp(sheets_local(name), local) == 0;
}

const char *sheets_attribute(const char **attributes, const char *name) {
  for (; attributes[0]; attributes += 2)
    if (sheets_is(attributes[0], name)) return attributes[1];
  return NULL;
}

bool sheets_entry_add(sheets_reader *reader, const char *name, const char *part, bool is_hidden) {
  if (reader->count >= SHEETS_SHEETS) return false;
  sheets_entry *grown = realloc(reader->sheets, (reader->count + 1) * sizeof *grown);
  if (!grown) return false;
  reader->sheets = grown;
  sheets_entry entry = {.name = strdup(name), .part = strdup(part), .is_hidden = is_hidden};
  if (!entry.name || !entry.part) {
    free(entry.name);
    free(entry.part);
    return false;
  }
  reader->sheets[reader->count++] = entry;
  return true;
}

void sheets_text_start(sheets_text_place *place, const char *name) {
  if (sheets_is(name, "rPh")) place->in_reading++;
  else if (sheets_is(name, "t")) place->in_text = true;
}

void sheets_text_end(sheets_text_place *place, const char *name) {
  if (sheets_is(name, "rPh")) place->in_reading--;
  else if (sheets_is(name, "t")) place->in_text = false;
}

bool sheets_is_text(const sheets_text_place *place) {
  return place->in_text && place->in_reading == 0;
}

sheets_reader *sheets_read_open(const uint8_t *bytes, size_t count, sheets_fault *fault) {
  sheets_reader *reader = calloc(1, sizeof *reader);
  *fault = SHEETS_TOO_LARGE;
  if (!reader) return NULL;
  reader->archive = sheets_archive_open(bytes, count, fault);
  if (reader->archive) {
    reader->is_ods = sheets_archive_has(reader->archive, "content.xml");
    *fault = reader->is_ods ? sheets_ods_open(reader) : sheets_xlsx_open(reader);
    if (*fault == SHEETS_READ && reader->count == 0) *fault = SHEETS_NO_WORKBOOK;
  }
  if (*fault == SHEETS_READ) return reader;
  sheets_read_close(reader);
  return NULL;
}

int sheets_read_count(const sheets_reader *reader) { return reader->count; }

const char *sheets_read_name(const sheets_reader *reader, int sheet) {
  return sheet >= 0 && sheet < reader->count ? reader->sheets[sheet].name : "";
}

bool sheets_read_is_shown(const sheets_reader *reader, int sheet) {
  return sheet >= 0 && sheet < reader->count && !reader->sheets[sheet].is_hidden;
}

sheets_fault sheets_read_cells(
  sheets_reader *reader, int sheet, sheets_cell cell, void *context
) {
  if (sheet < 0 || sheet >= reader->count) return SHEETS_BROKEN;
  return reader->is_ods ? sheets_ods_cells(reader, sheet, cell, context)
    : sheets_xlsx_cells(reader, sheet, cell, context);
}

void sheets_read_close(sheets_reader *reader) {
  if (!reader) return;
  sheets_archive_close(reader->archive);
  for (int index = 0; index < reader->count; index++) {
    free(reader->sheets[index].name);
    free(reader->sheets[index].part);
  }
  free(reader->sheets);
  free(reader->shared.bytes);
  free(reader->ends);
  free(reader->is_date);
  free(reader);
}
