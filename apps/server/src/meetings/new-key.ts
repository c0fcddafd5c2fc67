import { randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 22 of 62 letters: 130 bits, so a link with it cannot be guessed. */
export const newKey = <Key extends string>(): Key =>
  // The brand only says what it is the key of.
  Array.from({ length: 22 }, () => LETTERS[randomInt(LETTERS.length)]).join('') as Key;
