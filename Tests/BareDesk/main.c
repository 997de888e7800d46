// The least that a desk over these cases has to do: a window of a list, read by its keys along an
// index, and plain statements for the rest. The benchmark measures the real desk beside it.
//
//   bare-desk STORE
//
//   j k  row     Ctrl-F Ctrl-B  page     g G  ends     s  order     f  status     m  mark a status
//   /  names, ?  notes: each letter is looked for; Enter ends     l h  open, back     Q  quit
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 200, CELL = 96 };

typedef struct Row {
  sqlite3_int64 id;
  char key[CELL], cells[5][CELL];
} Row;

// An order of the list, along an index that the store has.
typedef struct Order {
  const char *key, *narrowed;
} Order;

static const Order orders[] = {
    {"ifnull(c.number, x'')", "c.isOpen = 1"},
    {"c.opened", "c.isOpen = 1"},
    {"ifnull(c.number, x'')", "c.status = 'active'"},
};

static const char *const columns =
    "c.id, c.number, coalesce(p.nameNative, p.nameRoman, p.nameKana, ''), c.status, c.opened, "
    "ifnull(c.nextAction, '')";

static sqlite3 *db;
static Row rows[MOST_ROWS];
static int count, selected, order;
static sqlite3_stmt *ahead[3], *back[3], *named, *noted, *events, *mark, *note;

static void fail(const char *what) {
  endwin();
  fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
  exit(1);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
    fail(sql);
  }
  return statement;
}

static void run(const char *sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}

static int height(void) { return LINES - 2 < MOST_ROWS ? LINES - 2 : MOST_ROWS; }

static void copy(char *cell, sqlite3_stmt *statement, int column) {
  const unsigned char *text = sqlite3_column_text(statement, column);
  snprintf(cell, CELL, "%s", text ? (const char *)text : "");
}

// Reads a window; the other way round it is turned after.
static void take(sqlite3_stmt *statement, bool turned) {
  count = 0;
  while (count < height() && sqlite3_step(statement) == SQLITE_ROW) {
    Row *row = &rows[count++];
    row->id = sqlite3_column_int64(statement, 0);
    for (int cell = 0; cell < 5; cell++) copy(row->cells[cell], statement, cell + 1);
    copy(row->key, statement, 6);
  }
  sqlite3_reset(statement);
  for (int low = 0, high = count - 1; turned && low < high; low++, high--) {
    Row other = rows[low];
    rows[low] = rows[high];
    rows[high] = other;
  }
  if (selected >= count) selected = count > 0 ? count - 1 : 0;
}

static void window(bool turned, const char *key, sqlite3_int64 id) {
  sqlite3_stmt *statement = turned ? back[order] : ahead[order];
  sqlite3_bind_text(statement, 1, key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64(statement, 2, id);
  sqlite3_bind_int(statement, 3, height());
  take(statement, turned);
}

static void first(void) { selected = 0, window(false, "\xf4\x8f\xbf\xbf", INT64_MAX); }
static void last(void) { window(true, "", -1), selected = count > 0 ? count - 1 : 0; }

static void draw(const char *foot) {
  for (int index = 0; index < height(); index++) {
    move(index + 1, 0);
    clrtoeol();
    if (index >= count) continue;
    static const int at[] = {1, 12, 36, 50, 62};
    for (int cell = 0; cell < 5; cell++) mvaddnstr(index + 1, at[cell], rows[index].cells[cell], 60);
    if (index == selected) mvchgat(index + 1, 0, -1, A_REVERSE, 0, NULL);
  }
  move(LINES - 1, 0);
  clrtoeol();
  mvaddnstr(LINES - 1, 1, foot, COLS - 2);
  move(selected + 1, 0);
  refresh();
}

static void look(sqlite3_stmt *statement, const char *typed) {
  char like[2 * CELL];
  snprintf(like, sizeof like, "%%%s%%", typed);
  sqlite3_bind_text(statement, 1, like, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int(statement, 2, height());
  selected = 0;
  take(statement, false);
}

// Looks for what is typed, letter by letter.
static void search(sqlite3_stmt *statement) {
  char typed[CELL] = "";
  for (;;) {
    draw(typed);
    int key = getch();
    size_t length = strlen(typed);
    if (key == '\n' || key == '\r' || key == ERR) return;
    if (key == KEY_BACKSPACE || key == 127) {
      if (length > 0) typed[length - 1] = 0;
    } else if (key < 256 && length < sizeof typed - 1) {
      typed[length] = (char)key;
    }
    look(statement, typed);
  }
}

// A case with what happened last around it.
static void open_case(void) {
  if (count == 0) return;
  erase();
  for (int cell = 0; cell < 5; cell++) mvaddnstr(cell, 1, rows[selected].cells[cell], COLS - 2);
  for (int part = 1; part <= 4; part++) sqlite3_bind_int64(events, part, rows[selected].id);
  int line = 6;
  while (line < LINES - 1 && sqlite3_step(events) == SQLITE_ROW) {
    for (int cell = 0; cell < 3; cell++) {
      const char *text = (const char *)sqlite3_column_text(events, cell);
      mvaddnstr(line, 1 + cell * 14, text ? text : "", COLS - 2 - cell * 14);
    }
    line++;
  }
  sqlite3_reset(events);
  refresh();
  for (int key; (key = getch()) != 'h' && key != ERR;) {
  }
  erase();
}

// The same rows that the real desk writes for it: the case, an entry of the journal with what it
// says, and the deadlines of the case anew.
static void mark_status(void) {
  if (count == 0) return;
  Row *row = &rows[selected];
  const char *status = strcmp(row->cells[2], "active") ? "active" : "monitoring";
  run("BEGIN IMMEDIATE");
  sqlite3_bind_text(mark, 1, status, -1, SQLITE_STATIC);
  sqlite3_bind_int64(mark, 2, row->id);
  if (sqlite3_step(mark) != SQLITE_DONE) fail("mark");
  sqlite3_reset(mark);
  sqlite3_bind_int64(note, 1, row->id);
  if (sqlite3_step(note) != SQLITE_DONE) fail("note");
  sqlite3_reset(note);
  char again[512];
  snprintf(again, sizeof again,
           "CREATE TEMP TABLE kept AS SELECT * FROM deadline WHERE \"case\" = %lld;"
           "DELETE FROM deadline WHERE \"case\" = %lld;"
           "INSERT INTO deadline (id, version, date, \"case\", rule, state, doubts, computed, "
           "countedFrom, warnFrom, about, owner, done, category) SELECT id, version, date, \"case\", "
           "rule, state, doubts, computed, countedFrom, warnFrom, about, owner, done, category "
           "FROM kept; DROP TABLE kept",
           (long long)row->id, (long long)row->id);
  run(again);
  run("COMMIT");
  snprintf(row->cells[2], CELL, "%s", status);
}

static void prepare_all(void) {
  char sql[2048];
  for (int index = 0; index < 3; index++) {
    const Order *one = &orders[index];
    for (int way = 0; way < 2; way++) {
      snprintf(sql, sizeof sql,
               "SELECT %s, %s FROM \"case\" AS c JOIN person AS p ON p.id = c.person WHERE %s AND "
               "%s %s ?1 AND (%s, c.id) %s (?1, ?2) ORDER BY %s %s, c.id %s LIMIT ?3",
               columns, one->key, one->narrowed, one->key, way ? ">=" : "<=", one->key,
               way ? ">" : "<", one->key, way ? "ASC" : "DESC", way ? "ASC" : "DESC");
      *(way ? &back[index] : &ahead[index]) = prepare(sql);
    }
  }
  const char *found =
      "SELECT %s, '' FROM \"case\" AS c JOIN person AS p ON p.id = c.person WHERE c.isOpen = 1 AND "
      "%s ORDER BY ifnull(c.number, x'') DESC, c.id DESC LIMIT ?2";
  snprintf(sql, sizeof sql, found, columns,
           "(p.nameNative LIKE ?1 OR p.nameRoman LIKE ?1 OR p.nameKana LIKE ?1)");
  named = prepare(sql);
  snprintf(sql, sizeof sql, found, columns,
           "c.id IN (SELECT \"case\" FROM note WHERE body LIKE ?1)");
  noted = prepare(sql);
  events = prepare(
      "SELECT * FROM (SELECT \"on\" AS day, medium, summary FROM contact WHERE \"case\" = ?1 "
      "ORDER BY \"on\" DESC LIMIT 50) UNION ALL SELECT * FROM (SELECT \"on\", serviceType, summary "
      "FROM service WHERE \"case\" = ?2 ORDER BY \"on\" DESC LIMIT 50) UNION ALL SELECT * FROM "
      "(SELECT \"on\", '', body FROM note WHERE \"case\" = ?3 ORDER BY \"on\" DESC LIMIT 50) UNION "
      "ALL SELECT * FROM (SELECT due, '', action FROM followup WHERE \"case\" = ?4 ORDER BY due DESC "
      "LIMIT 50) ORDER BY day DESC");
  mark = prepare("UPDATE \"case\" SET status = ?1, version = version + 1 WHERE id = ?2");
  run("CREATE TABLE IF NOT EXISTS bareJournal (sequence INTEGER PRIMARY KEY, record INTEGER, "
      "at INTEGER, content TEXT, hash BLOB, mac BLOB); "
      "CREATE INDEX IF NOT EXISTS bareJournalByRecord ON bareJournal (record)");
  note = prepare(
      "INSERT INTO bareJournal (record, at, content, hash, mac) VALUES (?1, unixepoch(), "
      "'{\"status\":[\"active\",\"monitoring\"],\"salt\":\"0123456789abcdef0123456789abcdef\"}', "
      "randomblob(32), randomblob(32))");
}

int main(int argc, char **argv) {
  setlocale(LC_ALL, "");
  if (argc != 2 || sqlite3_open(argv[1], &db) != SQLITE_OK) return 2;
  sqlite3_busy_timeout(db, 10000);
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -2000; "
      "PRAGMA temp_store = MEMORY");
  prepare_all();
  initscr(), cbreak(), noecho(), keypad(stdscr, TRUE), set_escdelay(25);
  first();
  for (;;) {
    draw("bare");
    Row *top = &rows[0], *end = &rows[count > 0 ? count - 1 : 0];
    int key = getch();
    switch (key) {
      case ERR: case 'Q': endwin(); return 0;
      case 'j': case KEY_DOWN:
        if (selected + 1 < count) selected++;
        else if (count > 0) window(false, end->key, end->id), selected = 0;
        break;
      case 'k': case KEY_UP:
        if (selected > 0) selected--;
        else if (count > 0) window(true, top->key, top->id), selected = count > 0 ? count - 1 : 0;
        break;
      case 6: case KEY_NPAGE: window(false, end->key, end->id); break;
      case 2: case KEY_PPAGE: window(true, top->key, top->id); break;
      case 'g': case KEY_HOME: first(); break;
      case 'G': case KEY_END: last(); break;
      case 's': order = order == 1 ? 0 : 1, first(); break;
      case 'f': order = order == 2 ? 0 : 2, first(); break;
      case '/': search(named), first(); break;
      case '?': search(noted), first(); break;
      case 'l': open_case(); break;
      case 'm': mark_status(); break;
      default: break;
    }
  }
}
