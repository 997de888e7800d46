/// The few calls of the system that Swift cannot make by itself.
#pragma once

/// Shuts this process off from others of the same user, before it reads or opens anything: files
/// it makes are its own (umask 077), no core dump, no debugger and no /proc for its user, only
/// standard input, output and error open, and / as its folder.
///
/// Returns 0, or the errno of the first step that failed; the process should then end.
int system_confine(void);

/// Makes this process, all its threads, unable to start a program, to trace one and to open a
/// socket: the kernel answers EPERM. It cannot be taken back.
///
/// Returns 0, or an errno; the process should then end.
int system_forbid_programs(void);

/// Has the unfinished file `path` taken away where SIGINT, SIGTERM or SIGHUP ends this process;
/// signals that somebody else handles or ignores stay theirs. One thread at a time.
///
/// Returns its place for `system_keep`, or -1 where it is not taken care of.
int system_sweep(const char *path);

/// The file at a place is finished or gone: it stays as it is.
void system_keep(int place);

struct sqlite3;

/// Lets SQLite ask for memory without counting it, which takes a lock each time; before anything else is
/// asked of SQLite, else it goes on counting.
int system_count_no_memory(void);

/// Lets no statement of a connection damage the file on purpose: neither by writing into SQLite's own
/// list of tables nor into the tables behind an index of texts (SQLITE_DBCONFIG_DEFENSIVE).
///
/// Returns a result code of SQLite, 0 where it holds.
int system_defend(struct sqlite3 *database, int on);
