#include "ctestsupport.h"

#include <locale.h>
#include <wchar.h>

static locale_t utf8;

__attribute__((constructor)) static void load_locale(void) {
  utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", 0);
}

int32_t test_width(uint32_t scalar) {
  locale_t before = uselocale(utf8);
  int32_t columns = wcwidth((wchar_t)scalar);
  uselocale(before);
  return columns;
}
