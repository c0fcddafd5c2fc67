import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { isId } from './ids.ts';
import { id, inLanguage, localText, optionalText, text, visibleLength } from './text.ts';

const issue = (schema: z.ZodMiniType, value: unknown): string | undefined =>
  schema.safeParse(value).error?.issues[0]?.message;

describe('the length of a text', () => {
  test('is what people see of it: an emoji is not two', () => {
    expect(visibleLength('a😀b')).toBe(3);
    expect(visibleLength('')).toBe(0);
  });

  test('is limited by that, not by bytes', () => {
    const ten = text(10);
    expect(ten.parse('😀'.repeat(10))).toBe('😀'.repeat(10));
    expect(issue(ten, '😀'.repeat(11))).toBe('too-long');
    expect(issue(ten, 'x'.repeat(1_000_000))).toBe('too-long');
  });

  test('does not count spaces around it, and something must remain', () => {
    expect(text(3).parse('  abc \n')).toBe('abc');
    expect(text(3).safeParse('   ').success).toBe(false);
    expect(optionalText(3).parse('   ')).toBe('');
  });
});

describe('an id', () => {
  test('is never the name of something every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '']) {
      expect(isId(name)).toBe(false);
    }
    expect(isId('a')).toBe(true);
    expect(isId('x'.repeat(41))).toBe(false);
    expect(id().safeParse({ a: 1 }).success).toBe(false);
  });
});

describe('a text of the library', () => {
  test('is read in the language of whoever looks, in English where that is missing', () => {
    expect(inLanguage({ en: 'Cards', de: 'Karten' }, 'de-CH')).toBe('Karten');
    expect(inLanguage({ en: 'Cards', de: 'Karten' }, 'fr')).toBe('Cards');
    expect(inLanguage({ en: 'Cards' }, 'de')).toBe('Cards');
    expect(inLanguage('Cards', 'de')).toBe('Cards');
  });

  test('has no languages that nobody knows', () => {
    expect(localText(9).safeParse({ en: 'a', fr: 'b' }).success).toBe(false);
    expect(localText(9).safeParse({ de: 'b' }).success).toBe(false);
  });
});
