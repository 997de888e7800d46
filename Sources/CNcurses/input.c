#include <curses.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
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

/// A control sequence of which a part has come: '[' or ']' for its kind, 0 for none.
static char inside;
static char sequence[64];
static size_t length;
static bool escaped;
static struct timespec begun;
/// For how long the rest of a sequence is waited for, in milliseconds.
enum { longest_pause = 500 };

/// What was asked and answered.
static bool asked, answered;
static struct timespec asked_at;
static CursesAnswer answer;

/// A slow line may cut an answer in two behind its first byte: until it has come, Esc alone is told
/// from one a little later. It is 25 ms otherwise.
enum { patience = 100 };

void input_expect_answer(void) {
  answer = (CursesAnswer){0};
  asked = true;
  answered = false;
  clock_gettime(CLOCK_MONOTONIC, &asked_at);
  if (!getenv("ESCDELAY")) set_escdelay(patience);
}

CursesAnswer curses_answer(void) { return answer; }

static int32_t milliseconds_since(struct timespec then) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int32_t)((now.tv_sec - then.tv_sec) * 1000 + (now.tv_nsec - then.tv_nsec) / 1000000);
}

/// One to four digits of a colour as a number of four: as much of the most that so many can say.
static uint16_t level(const char *digits) {
  unsigned long most = (1ul << 4 * strlen(digits)) - 1;
  return (uint16_t)(strtoul(digits, NULL, 16) * 0xffff / most);
}

/// Takes in a whole sequence; true for the last of the answers.
static bool take_sequence(char kind, char last) {
  sequence[length] = 0;
  if (!asked) return false;
  int row, column, used = 0;
  char red[5], green[5], blue[5];
  if (kind == '[' && last == 'R' && sscanf(sequence, "%d;%d", &row, &column) == 2) {
    if (answer.line_columns == 0) answer.line_columns = column - 1;
  } else if (kind == ']' && sscanf(sequence, "11;rgb:%4[0-9a-fA-F]/%4[0-9a-fA-F]/%4[0-9a-fA-F]%n",
                                   red, green, blue, &used) == 3 && used > 0) {
    answer.has_background = true;
    answer.red = level(red);
    answer.green = level(green);
    answer.blue = level(blue);
  } else if (kind == '[' && last == 'c' && sequence[0] == '?' && !answered) {
    answer.delay = milliseconds_since(asked_at);
    answered = true;
    if (!getenv("ESCDELAY")) set_escdelay(25);
    return true;
  }
  return false;
}

typedef enum Step { StepKey, StepNothing, StepAnswered } Step;

/// Goes on with a sequence whose beginning has come, so that none is taken for typed text; what is
/// not ended yet is gone on with when more has come.
static Step go_on(void) {
  int byte;
  while ((byte = wgetch(keys)) != ERR) {
    bool ends = inside == '[' ? byte >= 0x40 && byte <= 0x7e
                              : byte == '\a' || (escaped && byte == '\\');
    // Nobody asks for a text that is longer than this: it is none, or has lost its end.
    bool breaks = byte > 255 || (inside == ']' && (length == sizeof sequence - 1 ||
                                                  (byte < ' ' && byte != '\033' && !ends)));
    escaped = byte == '\033';
    if (ends || breaks) {
      char kind = inside;
      inside = 0;
      if (breaks && !ends) ungetch(byte);
      return ends && take_sequence(kind, (char)byte) ? StepAnswered : StepNothing;
    }
    if (!escaped && length < sizeof sequence - 1) sequence[length++] = (char)byte;
  }
  // Only an answer is waited for; what else is cut short is dropped as far as it came.
  if (!asked || answered) inside = 0;
  return StepNothing;
}

/// Looks what an escape begins; nothing where it is a key of its own.
static Step begin_sequence(void) {
  int byte = wgetch(keys);
  if (byte == 'O') {
    wgetch(keys);
    return StepNothing;
  }
  if (byte == '[' || (byte == ']' && asked)) {
    inside = (char)byte;
    length = 0;
    escaped = false;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    return go_on();
  }
  if (byte != ERR) ungetch(byte);
  return StepKey;
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
  errno = 0;
  while (true) {
    if (inside && milliseconds_since(begun) > longest_pause) inside = 0;
    Step step = inside ? go_on() : StepKey;
    if (inside) break;
    if (step == StepKey) {
      if ((code = wgetch(keys)) == ERR) break;
      if (code > 255) {
        if (translate(code, input)) return true;
        continue;
      }
      if (code == '\033') step = begin_sequence();
      if (step == StepKey && decode(code, input)) return true;
    }
    if (step == StepAnswered) {
      *input = key(CursesInputKindAnswered);
      return true;
    }
    if (inside) break;
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
