import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a link opens. Each purpose has a seal of its own, so that a link to leave never confirms, and a
 * link to a feed never leaves.
 */
type Purpose = 'feed' | 'confirm' | 'leave' | 'member-leave';

const ID_LENGTH = 22;

const seal = (secret: string, purpose: Purpose, id: string): Buffer =>
  createHmac('sha256', secret).update(`report ${purpose} ${id}`).digest().subarray(0, 24);

/** A token that holds a UUID and the server's seal over it: nothing in the database opens anything. */
export function sealed(secret: string, purpose: Purpose, id: string): string {
  const short = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
  return `${short}${seal(secret, purpose, id).toString('base64url')}`;
}

/** The id in a token that this server has sealed for that purpose; null: anything else. */
export function unsealed(secret: string, purpose: Purpose, token: string): string | null {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return null;
  const hex = Buffer.from(token.slice(0, ID_LENGTH), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = Buffer.from(token.slice(ID_LENGTH), 'base64url');
  return timingSafeEqual(given, seal(secret, purpose, id)) ? id : null;
}
