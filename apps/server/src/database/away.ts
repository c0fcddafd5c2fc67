/** What Node says of a connection that is not made, or is cut. */
const CUT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/**
 * What PostgreSQL says where it cannot do anything for anybody: connections lost (08), no memory, disk
 * or connections left (53), being stopped or started (57P), files that cannot be read or written (58),
 * or read only as a standby is (25006).
 */
const UNABLE = /^(08|53|57P|58)\w+$|^25006$/;

/** What `pg` says in words alone. */
const WORDS = [
  'Connection terminated',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error',
];

/** Whether something failed because the database is gone for now, and not because of what was asked of it. */
export function isDatabaseAway(error: unknown): boolean {
  for (
    let each = error, depth = 0;
    each instanceof Error && depth < 5;
    each = each.cause, depth++
  ) {
    const { message } = each;
    const code = 'code' in each ? String(each.code) : '';
    // A Unix socket that is not there.
    const isNoSocket = code === 'ENOENT' && message.startsWith('connect ');
    if (isNoSocket || CUT.has(code) || UNABLE.test(code)) return true;
    if (WORDS.some((words) => message.startsWith(words))) return true;
  }
  return false;
}
