const callDeadlineMs = 1_500;

/** The settler looks when it may already give up: three call deadlines. */
export const impatience = {
  callDeadlineMs,
  settlerTimes: { idleMs: 3 * callDeadlineMs + 100, pauseMs: 200, batch: 200 },
};
