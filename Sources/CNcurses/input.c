#include <curses.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "internal.h"

/// Above the codes that ncurses gives out by itself.
enum { paste_start = 2000 };
/// A slow line may well pause for a second within a paste; what came late would act as keys.
enum { paste_pause = 3000 };

/// Keys that terminals send in the same way whatever TERM says.
static const struct {
  const char *sequence;
  int code;
} common[] = {
    {"\033[200~", paste_start}, {"\033[A", KEY_UP},     {"\033OA", KEY_UP},
    {"\033[B", KEY_DOWN},       {"\033OB", KEY_DOWN},   {"\033[C", KEY_RIGHT},
    {"\033OC", KEY_RIGHT},      {"\033[D", KEY_LEFT},   {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME},       {"\033OH", KEY_HOME},   {"\033[1~", KEY_HOME},
    {"\033[F", KEY_END},        {"\033OF", KEY_END},    {"\033[4~", KEY_END},
    {"\033[3~", KEY_DC},        {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
    {"\033[Z", KEY_BTAB},
};

/// Reading from a pad never repaints the screen by itself, as reading from a window would.
static WINDOW *keys;
static mbstate_t partial;
/// Bytes of a paste known to have arrived.
static int unread;

void input_open(void) {
  keys = newpad(1, 1);
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  if (!getenv("ESCDELAY")) set_escdelay(25);
  for (size_t i = 0; i < sizeof common / sizeof common[0]; i++) {
    define_key(common[i].sequence, common[i].code);
  }
  // Its reports go on after the code that terminfo has for it, and nobody asks for them.
  define_key(NULL, KEY_MOUSE);
  memset(&partial, 0, sizeof partial);
}

void input_close(void) { delwin(keys); }

/// Drops the rest of a sequence that nobody defined, so that it is not taken for typed text.
static bool drop_sequence(void) {
  int byte = wgetch(keys);
  if (byte == 'O') {
    wgetch(keys);
    return true;
  }
  if (byte == '[') {
    do byte = wgetch(keys);
    while (byte != ERR && (byte < 0x40 || byte > 0x7e));
    return true;
  }
  if (byte != ERR) ungetch(byte);
  return false;
}

static CursesInput key(CursesInputKind kind) { return (CursesInput){.kind = kind}; }

static CursesInput character(wchar_t scalar) {
  return (CursesInput){.kind = CursesInputKindCharacter, .value = (uint32_t)scalar};
}

/// Bytes are joined here and not by wget_wch, which loses a character that arrives in two parts.
static bool decode(int byte, CursesInput *input) {
  wchar_t scalar = 0;
  bool begins = mbsinit(&partial);
  char part = (char)byte;
  size_t length = mbrtowc(&scalar, &part, 1, &partial);
  if (length == (size_t)-2) return false;
  if (length == (size_t)-1) {
    memset(&partial, 0, sizeof partial);
    // The byte that cut a character short may begin the next one.
    if (!begins) ungetch(byte);
    scalar = 0xfffd;
  }
  *input = character(scalar);
  return true;
}

static bool translate(int code, CursesInput *input) {
  if (code > KEY_F(0) && code <= KEY_F(63)) {
    *input = (CursesInput){CursesInputKindFunction, (uint32_t)(code - KEY_F(0))};
    return true;
  }
  switch (code) {
    case KEY_ENTER: *input = key(CursesInputKindEnter); return true;
    case KEY_BTAB: *input = key(CursesInputKindBackTab); return true;
    case KEY_BACKSPACE: *input = key(CursesInputKindBackspace); return true;
    case KEY_DC: *input = key(CursesInputKindDelete); return true;
    case KEY_UP: *input = key(CursesInputKindUp); return true;
    case KEY_DOWN: *input = key(CursesInputKindDown); return true;
    case KEY_LEFT: *input = key(CursesInputKindLeft); return true;
    case KEY_RIGHT: *input = key(CursesInputKindRight); return true;
    case KEY_HOME: case KEY_A1: *input = key(CursesInputKindHome); return true;
    case KEY_END: case KEY_C1: *input = key(CursesInputKindEnd); return true;
    case KEY_PPAGE: case KEY_A3: *input = key(CursesInputKindPageUp); return true;
    case KEY_NPAGE: case KEY_C3: *input = key(CursesInputKindPageDown); return true;
    case paste_start:
      unread = 0;
      *input = key(CursesInputKindPaste);
      return true;
    default: return false;
  }
}

/// The next key that has arrived, if any; keys that mean nothing to us are passed over.
static bool read_key(CursesInput *input) {
  int code;
  while (errno = 0, (code = wgetch(keys)) != ERR) {
    if (code > 255) {
      if (translate(code, input)) return true;
    } else if (code == '\033' && drop_sequence()) {
      continue;
    } else if (decode(code, input)) {
      return true;
    }
  }
  // Somebody else has the terminal now, and it would be reported as readable without an end.
  if (errno == EIO) signals_note_lost();
  return false;
}

CursesInput curses_pending(void) {
  CursesInput input;
  return read_key(&input) ? input : key(CursesInputKindTimeout);
}

CursesInput curses_next(int32_t timeout) {
  for (;;) {
    CursesInput input;
    if (signals_ended()) return key(CursesInputKindEnded);
    if (signals_take_stop()) curses_suspend();
    if (signals_take_continued()) {
      screen_return();
      return key(CursesInputKindResumed);
    }
    if (signals_take_resized() && screen_resize()) return key(CursesInputKindResize);
    if (read_key(&input)) return input;
    if (signals_take_woken()) return key(CursesInputKindTimeout);
    if (signals_wait(timeout) == WaitTimeout) return key(CursesInputKindTimeout);
  }
}

int32_t curses_paste_byte(void) {
  while (unread == 0) {
    if (signals_wait(paste_pause) != WaitReady) return -1;
    if (ioctl(STDIN_FILENO, FIONREAD, &unread) < 0) return -1;
  }
  // One byte at a time: what follows the paste is for ncurses to read.
  unread--;
  unsigned char byte;
  return read(STDIN_FILENO, &byte, 1) == 1 ? byte : -1;
}
