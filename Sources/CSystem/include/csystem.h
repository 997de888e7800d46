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
