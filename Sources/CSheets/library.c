#define SHEETS_OWN_NAMES
#include "library.h"

#include <dlfcn.h>
#include <pthread.h>

struct sheets_library sheets_library;

static bool is_loaded;

/// As the program would be linked to it: the version of the header that it was built with.
static void load(void) {
  void *library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  bool found = true;
#define SHEETS_FIND(name) \
  sheets_library.name##_ = (__typeof__(&name))dlsym(library, #name); \
  found = found && sheets_library.name##_;
  SHEETS_FUNCTIONS(SHEETS_FIND)
#undef SHEETS_FIND
  is_loaded = found;
}

bool sheets_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}
