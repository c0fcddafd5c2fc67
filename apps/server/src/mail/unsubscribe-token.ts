import { createHmac, timingSafeEqual } from 'node:crypto';
import { bytesOfUuid, uuidFrom } from '../uuid.ts';
import { MAILINGS, type MailingOf } from './mailings.ts';

// What a link in a mail holds to switch such mails off: who, what, of which team, and a seal of the
// server's secret over it. It opens nothing else, so it may lie in a mailbox for years.

const ID = 16;
const SEAL = 16;
const HEAD = 1 + ID;

const seal = (secret: string, content: Buffer): Buffer =>
  createHmac('sha256', secret).update('unsubscribe ').update(content).digest().subarray(0, SEAL);

/** Safe in addresses, 44 or 66 characters. */
export function unsubscribeToken(secret: string, { user, mailing, team }: MailingOf): string {
  const content = Buffer.concat([
    Buffer.of(MAILINGS.indexOf(mailing)),
    bytesOfUuid(user),
    ...(team === null ? [] : [bytesOfUuid(team)]),
  ]);
  return Buffer.concat([content, seal(secret, content)]).toString('base64url');
}

/** Null: this server has not made it. */
export function mailingIn(secret: string, token: string): MailingOf | null {
  const bytes = Buffer.from(token, 'base64url');
  const content = bytes.subarray(0, -SEAL);
  if (content.length !== HEAD && content.length !== HEAD + ID) return null;
  if (!timingSafeEqual(bytes.subarray(-SEAL), seal(secret, content))) return null;
  const mailing = MAILINGS[content[0] ?? -1];
  if (!mailing) return null;
  return {
    user: uuidFrom(content.subarray(1, HEAD)),
    mailing,
    team: content.length === HEAD ? null : uuidFrom(content.subarray(HEAD)),
  };
}
