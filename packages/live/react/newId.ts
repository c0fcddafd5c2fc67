import type { Id } from '@rondo/meeting';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * A new random id of 129 bits for something that a person makes: `newId<'card'>()`.
 * `crypto.randomUUID` would do, but is missing on plain http.
 */
export function newId<Brand extends string>(): Id<Brand> {
  let id = '';
  while (id.length < 25) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // 252 = 7 × 36: without the rest every character is equally likely.
      if (byte < 252 && id.length < 25) id += ALPHABET[byte % 36];
    }
  }
  // Any string of this shape is an id; the brand only tells kinds apart.
  return id as Id<Brand>;
}
