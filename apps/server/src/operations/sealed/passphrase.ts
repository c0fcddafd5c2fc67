import { CannotStart } from '../../cannot-start.ts';

/** Shorter ones can be guessed. */
const SHORTEST = 12;

export function needLength(passphrase: string): string {
  if (passphrase.length >= SHORTEST) return passphrase;
  throw new CannotStart(
    `The passphrase has to have at least ${SHORTEST} characters; \`openssl rand -base64 24\` makes one.`,
  );
}
