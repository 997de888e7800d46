#include "internal.h"

bool lines_open(bool session) { return signals_install(session, true); }

void lines_close(void) { signals_remove(); }

void lines_suspend(void) { signals_stop(); }

LinesWait lines_wait(int32_t timeout, bool reads) {
  Wait wait = signals_wait_line(timeout, reads);
  if (wait == WaitEnded) return LinesWaitEnded;
  if (signals_take_stop()) signals_stop();
  if (signals_take_interrupted()) return LinesWaitInterrupted;
  signals_take_woken();
  return wait == WaitReady ? LinesWaitReady : LinesWaitTimeout;
}
