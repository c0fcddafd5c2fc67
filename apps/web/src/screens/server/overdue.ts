/** The doctor looks every hour: after longer than this, something keeps it from that, ms. */
const OVERDUE_MS = 2 * 3_600_000;

/** @param at when it last looked; undefined: never so far */
export const isOverdue = (at: string | undefined, now = Date.now()): boolean =>
  at !== undefined && now - Date.parse(at) > OVERDUE_MS;
