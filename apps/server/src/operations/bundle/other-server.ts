import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { CannotStart } from '../../cannot-start.ts';
import { answerJson, answerProblem } from '../../http/answer.ts';
import { effectiveSettings } from '../../settings/effective.ts';
import type { Environment } from '../../settings/read.ts';
import { shown } from '../../settings/shown.ts';
import type { ComparedSetting } from './differences.ts';

/** Where a server tells its settings to whoever has its secret, and so could read them all anyway. */
export const SETTINGS_PATH = '/operations/settings';

/** The header that carries the token: an address would end up in the logs of proxies. */
const TOKEN_HEADER = 'rondo-settings';
/** How long a token is good, ms. */
const TOKEN_MS = 5 * 60_000;
/** Longer than this no server takes to answer, ms. */
const PATIENCE_MS = 10_000;

const Told = z.array(
  z.object({
    name: z.string(),
    /** Null: it is secret and set. */
    value: z.string().nullable(),
    /** As it may be shown. */
    shown: z.string(),
    /** Tells whether two are the same, and leads to the value only who has the secret of the server. */
    proof: z.string(),
    secret: z.boolean(),
    ofThisMachine: z.boolean(),
  }),
);

/** On the server: its settings for who has a token, and no such page for anybody else. */
export function answerSettings(
  request: IncomingMessage,
  response: ServerResponse,
  secret: string,
  environment: Environment,
): void {
  const token = request.headers[TOKEN_HEADER];
  if (typeof token !== 'string' || !isGood(secret, token, Date.now())) {
    return answerProblem(response, 'not-found');
  }
  response.setHeader('cache-control', 'no-store');
  answerJson(
    response,
    200,
    effectiveSettings(environment).map((setting): z.infer<typeof Told>[number] => ({
      name: setting.name,
      value: setting.secret && setting.value !== '' ? null : setting.value,
      shown: shown(setting),
      proof: proofOf(secret, setting),
      secret: setting.secret,
      ofThisMachine: setting.ofThisMachine,
    })),
  );
}

/**
 * On the command line: the settings of another server, as far as they can be compared with ours.
 * Throws `CannotStart` when it does not answer, or has another secret than this one.
 * @param address such as `https://rondo.example.org`
 */
export async function settingsOf(
  address: string,
  secret: string | undefined,
  own: readonly ComparedSetting[],
): Promise<ComparedSetting[]> {
  const told = await ask(address, secret ?? '');
  return told.map(({ value, proof, ...setting }) => {
    const ours = own.find(({ name }) => name === setting.name);
    const isSame = ours !== undefined && proofOf(secret ?? '', ours) === proof;
    return { ...setting, value: isSame ? ours.value : (value ?? setting.shown) };
  });
}

async function ask(address: string, secret: string): Promise<z.infer<typeof Told>> {
  let answer: Response;
  try {
    answer = await fetch(new URL(SETTINGS_PATH, address), {
      headers: { [TOKEN_HEADER]: settingsToken(secret, Date.now() + TOKEN_MS) },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`${address} does not answer: ${said}.`, { cause: error });
  }
  const told = Told.safeParse(answer.ok ? await answer.json() : undefined);
  if (told.success) return told.data;
  throw new CannotStart(
    `${address} tells its settings to who has the same RONDO_SECRET: it has another one than this server, or is no Rondo of this release (it answers ${answer.status}). Compare two bundles instead.`,
  );
}

function settingsToken(secret: string, until: number): string {
  const said = Math.ceil(until).toString(36);
  return `${said}.${createHmac('sha256', secret).update(`settings ${said}`).digest('base64url')}`;
}

function isGood(secret: string, token: string, now: number): boolean {
  const until = Number.parseInt(token.split('.')[0] ?? '', 36);
  if (!(until > now && until <= now + TOKEN_MS + 60_000)) return false;
  const [given, wanted] = [token, settingsToken(secret, until)].map((text) => Buffer.from(text));
  if (!given || !wanted || given.length !== wanted.length) return false;
  return timingSafeEqual(given, wanted);
}

function proofOf(secret: string, { name, value }: { name: string; value: string }): string {
  return createHmac('sha256', secret).update(`${name}\0${value}`).digest('base64url');
}
