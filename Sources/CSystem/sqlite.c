#include "csystem.h"

#include <sqlite3.h>

int system_defend(struct sqlite3 *database, int on) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, on, (int *)0);
}
