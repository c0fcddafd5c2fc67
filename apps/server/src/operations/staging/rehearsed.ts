import { failureInWords } from '../rehearsal/failure.ts';
import { openMany } from '../rehearsal/ramp.ts';
import { MOST_SOCKETS, rehearsalToken, TOKEN_MS } from '../rehearsal/token.ts';
import type { Rehearsed } from './staging-check.ts';

interface Wanted {
  readonly publicUrl: string;
  readonly secret: string | undefined;
  readonly people: number;
}

export async function rehearsed({ publicUrl, secret, people }: Wanted): Promise<Rehearsed> {
  if (secret === undefined) {
    return {
      passed: false,
      found: ['there is no secret here to make a token with'],
      todo: ['Import the bundle and start the server once.'],
    };
  }
  const most = Math.min(people, MOST_SOCKETS);
  const ramp = await openMany({
    address: publicUrl,
    token: rehearsalToken(secret, { people: most, until: Date.now() + TOKEN_MS }),
    people: most,
    atATime: 50,
    patienceMs: 10_000,
    longestMs: 120_000,
  });
  ramp.close();
  const first = ramp.failures[0];
  const passed = !first && !ramp.isCutShort && ramp.mostOpen >= most;
  return {
    passed,
    found: [
      `${ramp.mostOpen} sockets were open at the same moment`,
      ...(first ? [`with ${first.at} open: ${failureInWords(first)}`] : []),
    ],
    todo: passed ? [] : ['rondo rehearse says which limit it is and what mends it.'],
  };
}
