import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a link or a cookie: 192 bits, safe in addresses. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** What is stored of a secret: SHA-256 is enough, because the secret itself cannot be guessed. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
