#ifndef CTESTSUPPORT_H
#define CTESTSUPPORT_H

#include <stdint.h>

/// The columns glibc's wcwidth gives a scalar in a UTF-8 locale, as ncurses asks for them.
int32_t test_width(uint32_t scalar);

#endif
