import { CannotStart } from '../cannot-start.ts';
import { cookieName } from '../meetings/credentials.ts';
import { readPeak } from '../operations/ledger/read.ts';
import { rehearse as play, type RehearsalResult } from '../operations/rehearsal/rehearse.ts';
import { rehearsalText } from '../operations/rehearsal/report.ts';
import { settingsSecret } from '../operations/rehearsal/settings-secret.ts';
import { MOST_SOCKETS, rehearsalToken, TOKEN_MS } from '../operations/rehearsal/token.ts';
import { recordRun } from '../operations/runs/runs.ts';
import type { Settings } from '../settings/list.ts';
import { readSettings } from '../settings/read.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';
import { readWords } from './words.ts';

/** So many people at least, also where the ledger has seen fewer. */
const LEAST_PEOPLE = 100;
const MOST_MINUTES = 9;

export const rehearse: Command = {
  usage:
    'rehearse [--people <number>] [--minutes <number>] [--address <url>] [--token <token>] [--token-only] [--json]',
  means:
    'a Friday before the Friday: as many people as at the peak and half as many again, and what breaks first',
  run: async (args) => {
    const { words, named, flags } = readWords(args, {
      names: ['people', 'minutes', 'address', 'token'],
      flags: ['token-only', 'json'],
      usage: rehearse.usage,
    });
    if (words.length > 0) throw new CannotStart(`rondo ${rehearse.usage}`);
    const people = figure('people', named.people, MOST_SOCKETS);
    const playMs = 60_000 * (figure('minutes', named.minutes, MOST_MINUTES) ?? 1);
    if (flags.has('token-only')) {
      console.log(newToken(readSettings(process.env), MOST_SOCKETS));
      return 0;
    }
    // Who stops it has it tidied up; the second time it ends at once, and the next one tidies up.
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const { signal } = stop;
    const tell = flags.has('json') ? undefined : (what: string): void => console.error(what);
    const result =
      named.token === undefined
        ? await here(named.address, people, playMs, { tell, signal })
        : await play({
            address: origin(named.address ?? ''),
            token: named.token,
            people: people ?? LEAST_PEOPLE,
            playMs,
            signal,
            ...(tell && { tell }),
          });
    console.log(flags.has('json') ? JSON.stringify(result, null, 2) : rehearsalText(result));
    return result.passed ? 0 : 2;
  },
};

/** Where the server is, or its settings: with meetings, and what the machine says of itself. */
function here(
  address: string | undefined,
  asked: number | undefined,
  playMs: number,
  { tell, signal }: { tell: ((what: string) => void) | undefined; signal: AbortSignal },
): Promise<RehearsalResult> {
  return withDatabase(async ({ db, pool }, settings) => {
    const peak = Math.ceil(1.5 * (await readPeak(db)).month.sockets);
    const people = asked ?? Math.min(MOST_SOCKETS, Math.max(LEAST_PEOPLE, peak));
    const result = await play({
      address: origin(address ?? settings.publicUrl ?? `http://localhost:${settings.port}`),
      token: newToken(settings, people),
      people,
      playMs,
      stage: { db, pool, cookieName: (meeting) => cookieName(meeting, settings) },
      server: { port: settings.port, metricsToken: settings.metricsToken },
      signal,
      ...(tell && { tell }),
    });
    if (!result.isStopped) await recordRun(db, 'rehearsal', { succeeded: result.passed, result });
    return result;
  });
}

function newToken(settings: Settings, people: number): string {
  const secret = settingsSecret(settings);
  if (secret === undefined)
    throw new CannotStart('There is no secret yet to make a token with: start the server once.');
  return rehearsalToken(secret, { people, until: Date.now() + TOKEN_MS });
}

function figure(name: string, typed: string | undefined, most: number): number | undefined {
  if (typed === undefined) return undefined;
  const value = Number(typed);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new CannotStart(`--${name} has to be a whole number from 1 to ${most}.`);
  return value;
}

function origin(typed: string): string {
  const url = URL.parse(typed);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new CannotStart('--address has to be an address such as https://rondo.example.org.');
  return url.origin;
}
