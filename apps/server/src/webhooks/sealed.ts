import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

// Addresses of chats and secrets of webhooks lie in the database, and in every backup of it: sealed with
// the server's secret, which does not. AES-256-GCM, a new nonce each time.

const NONCE = 12;
const TAG = 16;

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'rondo webhooks', 32));

export function seal(secret: string, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

/** Null: sealed with another secret, such as that of a server before. */
export function unseal(secret: string, sealed: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, NONCE));
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    const text = decipher.update(sealed.subarray(NONCE, -TAG));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    // How the library says that the seal does not fit.
    return null;
  }
}
