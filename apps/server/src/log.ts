import pino, { type Logger } from 'pino';

/**
 * One JSON object a line. Never a text that people wrote, a cookie, a token or a mail address: what
 * goes in is chosen where it is logged; this only guards against the likeliest slips.
 */
export function makeLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['*.cookie', '*.authorization', '*.password', '*.token', '*.email', '*.to'],
    serializers: { err: describeError },
  });
}

/** PostgreSQL puts the row at fault into `detail`, and with it what people wrote. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an error', type: typeof error };
  const { name, message, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  return { name, message, code, stack, cause };
}
