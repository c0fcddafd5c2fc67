import { createHmac, timingSafeEqual } from 'node:crypto';
import { bytesOfUuid, uuidFrom } from './uuid.ts';

/**
 * What a link opens. Each purpose has a seal of its own, so that a link to leave never confirms, and a
 * link to a feed never leaves. Links lie in calendars and mailboxes for years: none is ever renamed.
 */
type Purpose = 'calendar' | 'report feed' | 'report confirm' | 'report leave';

/** Characters of 16 bytes, and of a seal of 24 behind them. */
const ID_LENGTH = 22;
const TOKEN = /^[A-Za-z0-9_-]{54}$/;

const seal = (secret: string, purpose: Purpose, id: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose} ${id}`).digest().subarray(0, 24);

/**
 * A token that holds a UUID and the server's seal over it: it can be shown again, nothing in the database
 * opens anything, and a new id makes the old token worthless. 54 characters, safe in addresses.
 */
export const sealedId = (secret: string, purpose: Purpose, id: string): string =>
  `${bytesOfUuid(id).toString('base64url')}${seal(secret, purpose, id).toString('base64url')}`;

/** The id in a token that this server has sealed for that purpose; null: anything else. */
export function unsealedId(secret: string, purpose: Purpose, token: string): string | null {
  if (!TOKEN.test(token)) return null;
  const id = uuidFrom(Buffer.from(token.slice(0, ID_LENGTH), 'base64url'));
  const given = Buffer.from(token.slice(ID_LENGTH), 'base64url');
  return timingSafeEqual(given, seal(secret, purpose, id)) ? id : null;
}
