import type { Database } from '../../database/database.ts';
import { cookieName } from '../../meetings/credentials.ts';
import type { Settings } from '../../settings/list.ts';
import { rehearse } from '../rehearsal/rehearse.ts';
import { rehearsalText } from '../rehearsal/report.ts';
import { settingsSecret } from '../rehearsal/settings-secret.ts';
import { MOST_SOCKETS, rehearsalToken, TOKEN_MS } from '../rehearsal/token.ts';
import { recordRun } from '../runs/runs.ts';
import { IMPORT, type Rehearsed } from './staging-check.ts';

interface Plan {
  readonly publicUrl: string;
  readonly settings: Settings;
  readonly database: Pick<Database, 'db' | 'pool'>;
  /** How long the meetings are played, ms. */
  readonly playMs: number;
}

/** A rehearsal of the new server, from beside it, through the address that people use. */
export async function rehearsed(
  { publicUrl, settings, database: { db, pool }, playMs }: Plan,
  wanted: number,
): Promise<Rehearsed> {
  const secret = settingsSecret(settings);
  if (secret === undefined) {
    return {
      passed: false,
      found: ['there is no secret here to make a token with'],
      todo: ['Import the bundle, with its secret.'],
      repair: IMPORT,
    };
  }
  const people = Math.min(wanted, MOST_SOCKETS);
  const result = await rehearse({
    address: publicUrl,
    token: rehearsalToken(secret, { people, until: Date.now() + TOKEN_MS }),
    people,
    playMs,
    stage: { db, pool, cookieName: (meeting) => cookieName(meeting, settings) },
    server: { port: settings.port, metricsToken: settings.metricsToken },
  });
  await recordRun(db, 'rehearsal', { succeeded: result.passed, result });
  const isEnough = people === wanted;
  const todo = [
    ...(result.limit ? [result.limit.repair] : []),
    ...(isEnough
      ? []
      : ['Rehearse from other machines at the same time: rondo rehearse --token-only, --token.']),
  ];
  return {
    passed: result.passed && isEnough,
    found: [
      ...rehearsalText(result)
        .split('\n')
        .filter((line) => line.trim() !== ''),
      ...(isEnough ? [] : [`one rehearsal opens ${MOST_SOCKETS} sockets at most, not ${wanted}`]),
    ],
    todo,
    repair: todo[0] ?? '',
  };
}
