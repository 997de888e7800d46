#include "reading.h"

#include <dlfcn.h>
#include <minizip/unzip.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define SHEETS_UNZIP(of) \
  of(unzOpen2_64) of(unzClose) of(unzLocateFile) of(unzGetCurrentFileInfo64) \
  of(unzOpenCurrentFile) of(unzReadCurrentFile) of(unzCloseCurrentFile)
#define SHEETS_EXPAT(of) \
  of(XML_ParserCreate_MM) of(XML_ParserFree) of(XML_SetUserData) of(XML_SetElementHandler) \
  of(XML_SetCharacterDataHandler) of(XML_SetStartDoctypeDeclHandler) of(XML_Parse) \
  of(XML_StopParser)

/// Loaded when the first workbook is read, as the library that writes them.
static struct {
#define POINTER(name) __typeof__(&name) name##_;
  SHEETS_UNZIP(POINTER) SHEETS_EXPAT(POINTER)
#undef POINTER
} library;
static bool is_loaded;

static void load(void) {
  void *zip = dlopen("libminizip.so.1", RTLD_NOW | RTLD_LOCAL);
  void *xml = dlopen("libexpat.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!zip || !xml) return;
  bool found = true;
#define FIND_ZIP(name) \
  library.name##_ = (__typeof__(&name))dlsym(zip, #name); found = found && library.name##_;
#define FIND_XML(name) \
  library.name##_ = (__typeof__(&name))dlsym(xml, #name); found = found && library.name##_;
  SHEETS_UNZIP(FIND_ZIP) SHEETS_EXPAT(FIND_XML)
  is_loaded = found;
}

enum {
  /// How deep elements may lie in each other: the parser keeps each that is open.
  DEPTH = 100,
  /// What the parser may take at a time: it keeps a tag as a whole, however long.
  PARSER = 24 << 20,
};
/// What all that is read of an archive may come to: a part may have a thousand names.
static const uint64_t READ = (uint64_t)1 << 30;

struct sheets_archive {
  const uint8_t *bytes;
  size_t count, place;
  /// What was read so far.
  uint64_t read;
  unzFile zip;
};

// MARK: Bytes in memory as a file

static voidpf open_bytes(voidpf opaque, const void *name, int mode) {
  (void)name, (void)mode;
  return opaque;
}
static uLong read_bytes(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)stream;
  sheets_archive *archive = opaque;
  size_t left = archive->count - archive->place;
  size_t count = size < left ? size : left;
  memcpy(buffer, archive->bytes + archive->place, count);
  archive->place += count;
  return count;
}
static uLong write_nothing(voidpf opaque, voidpf stream, const void *buffer, uLong size) {
  (void)opaque, (void)stream, (void)buffer, (void)size;
  return 0;
}
static ZPOS64_T tell_bytes(voidpf opaque, voidpf stream) {
  (void)stream;
  return ((sheets_archive *)opaque)->place;
}
static long seek_bytes(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)stream;
  sheets_archive *archive = opaque;
  ZPOS64_T from = origin == ZLIB_FILEFUNC_SEEK_CUR ? archive->place
    : origin == ZLIB_FILEFUNC_SEEK_END ? archive->count : 0;
  if (offset > archive->count || from + offset > archive->count) return -1;
  archive->place = from + offset;
  return 0;
}
static int close_bytes(voidpf opaque, voidpf stream) {
  (void)opaque, (void)stream;
  return 0;
}
static int no_error(voidpf opaque, voidpf stream) {
  (void)opaque, (void)stream;
  return 0;
}

// MARK: The archive

sheets_archive *sheets_archive_open(const uint8_t *bytes, size_t count, sheets_fault *fault) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  *fault = is_loaded ? SHEETS_BROKEN : SHEETS_NO_LIBRARY;
  if (!is_loaded) return NULL;
  sheets_archive *archive = calloc(1, sizeof *archive);
  if (!archive) return NULL;
  archive->bytes = bytes;
  archive->count = count;
  zlib_filefunc64_def functions = {
    .zopen64_file = open_bytes, .zread_file = read_bytes, .zwrite_file = write_nothing,
    .ztell64_file = tell_bytes, .zseek64_file = seek_bytes, .zclose_file = close_bytes,
    .zerror_file = no_error, .opaque = archive,
  };
  archive->zip = library.unzOpen2_64_("", &functions);
  if (!archive->zip) {
    free(archive);
    return NULL;
  }
  return archive;
}

void sheets_archive_close(sheets_archive *archive) {
  if (!archive) return;
  library.unzClose_(archive->zip);
  free(archive);
}

bool sheets_archive_has(sheets_archive *archive, const char *part) {
  return library.unzLocateFile_(archive->zip, part, 2) == UNZ_OK;
}

// MARK: The parser

static void start_element(void *context, const XML_Char *name, const XML_Char **attributes) {
  sheets_walk *walk = context;
  if (++walk->depth > DEPTH) return sheets_stop(walk, SHEETS_BROKEN);
  walk->start(context, name, attributes);
}
static void end_element(void *context, const XML_Char *name) {
  sheets_walk *walk = context;
  walk->depth--;
  walk->end(context, name);
}

/// No memory for a piece that is too long, which ends the parse as a full machine would.
static void *get_memory(size_t size) { return size > PARSER ? NULL : malloc(size); }
static void *grow_memory(void *memory, size_t size) {
  return size > PARSER ? NULL : realloc(memory, size);
}

static void refuse_doctype(
  void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public_name,
  int has_internal
) {
  (void)name, (void)system, (void)public_name, (void)has_internal;
  // No workbook declares entities.
  sheets_stop(context, SHEETS_BROKEN);
}

void sheets_stop(void *context, sheets_fault fault) {
  sheets_walk *walk = context;
  if (walk->fault == SHEETS_READ) walk->fault = fault;
  library.XML_StopParser_(walk->parser, XML_FALSE);
}

sheets_fault sheets_walk_part(
  sheets_archive *archive, const char *part, uint64_t most, void *context,
  XML_StartElementHandler start, XML_EndElementHandler end, XML_CharacterDataHandler text
) {
  sheets_walk *walk = context;
  walk->fault = SHEETS_READ;
  walk->start = start;
  walk->end = end;
  walk->depth = 0;
  if (library.unzLocateFile_(archive->zip, part, 2) != UNZ_OK) return SHEETS_BROKEN;
  unz_file_info64 info;
  if (
    library.unzGetCurrentFileInfo64_(archive->zip, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
    return SHEETS_BROKEN;
  if (info.uncompressed_size > most) return SHEETS_TOO_LARGE;
  // Encrypted.
  if (info.flag & 1) return SHEETS_BROKEN;
  if (library.unzOpenCurrentFile_(archive->zip) != UNZ_OK) return SHEETS_BROKEN;
  static const XML_Memory_Handling_Suite memory = {get_memory, grow_memory, free};
  walk->parser = library.XML_ParserCreate_MM_(NULL, &memory, NULL);
  static const int size = 1 << 16;
  char *buffer = malloc(size);
  if (!walk->parser || !buffer) walk->fault = SHEETS_TOO_LARGE;
  if (walk->fault == SHEETS_READ) {
    library.XML_SetUserData_(walk->parser, context);
    library.XML_SetElementHandler_(walk->parser, start_element, end_element);
    library.XML_SetCharacterDataHandler_(walk->parser, text);
    library.XML_SetStartDoctypeDeclHandler_(walk->parser, refuse_doctype);
  }
  // What it says of its size is not to be trusted.
  uint64_t left = READ - archive->read < most ? READ - archive->read : most;
  int count = 1;
  while (walk->fault == SHEETS_READ && count > 0) {
    count = library.unzReadCurrentFile_(archive->zip, buffer, size);
    if (count < 0) walk->fault = SHEETS_BROKEN;
    else if ((uint64_t)count > left) walk->fault = SHEETS_TOO_LARGE;
    else if (library.XML_Parse_(walk->parser, buffer, count, count == 0) != XML_STATUS_OK
      && walk->fault == SHEETS_READ)
      walk->fault = SHEETS_BROKEN;
    if (count <= 0) continue;
    left -= (uint64_t)count > left ? left : (uint64_t)count;
    archive->read += count;
  }
  // Also the checksum: a part that was cut or changed is not read as it stands.
  if (library.unzCloseCurrentFile_(archive->zip) != UNZ_OK && walk->fault == SHEETS_READ)
    walk->fault = SHEETS_BROKEN;
  if (walk->parser) library.XML_ParserFree_(walk->parser);
  walk->parser = NULL;
  free(buffer);
  return walk->fault;
}
