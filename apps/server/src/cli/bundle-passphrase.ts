import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CannotStart } from '../cannot-start.ts';
import { needLength } from '../operations/sealed/passphrase.ts';
import type { Environment } from '../settings/read.ts';
import { passphraseIn } from './passphrase-file.ts';

/** No setting: the server itself never needs it. */
const VARIABLE = 'BUNDLE_PASSPHRASE';

/**
 * From a file, else from the environment, else from the person at the terminal, who does not see it.
 * @param isNew whether it is made now: it has to be long enough, and a person types it twice
 */
export async function passphraseFrom(
  file: string | undefined,
  environment: Environment,
  { isNew }: { isNew: boolean },
): Promise<string> {
  const given = file === undefined ? environment[VARIABLE] : passphraseIn(file);
  const passphrase = given ?? (await typed(isNew));
  return isNew ? needLength(passphrase) : passphrase;
}

async function typed(isNew: boolean): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new CannotStart(
      `Say --passphrase-file <file>, or set ${VARIABLE}: nobody is at the terminal to ask.`,
    );
  }
  const first = await asked('Passphrase of the settings bundle: ');
  if (isNew && (await asked('Once more: ')) !== first) {
    throw new CannotStart('That was not the same twice. Nothing was written.');
  }
  return first;
}

/** Asks on standard error, and shows nothing of what is typed. */
async function asked(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const stop = new AbortController();
  lines.once('SIGINT', () => stop.abort());
  try {
    return await lines.question('', { signal: stop.signal });
  } catch (error) {
    throw new CannotStart('Stopped. Nothing was written.', { cause: error });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
