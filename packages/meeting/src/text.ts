import * as z from 'zod/mini';
import type { LocalText } from './document.ts';
import { isId } from './ids.ts';

/** Length as people see it: code points, not bytes and not the two halves of an emoji. */
export const visibleLength = (text: string): number => {
  let length = 0;
  for (const _ of text) length++;
  return length;
};

/** Text of a person: trimmed, not empty, at most `max` visible characters. */
export const text = (max: number) =>
  z.string().check(
    // A cheap bound first, so that a huge text is not walked character by character.
    z.refine((value) => value.length <= max * 4, 'too-long'),
    z.trim(),
    z.minLength(1),
    z.refine((value) => visibleLength(value) <= max, 'too-long'),
  );

/** The same, but may be empty. */
export const optionalText = (max: number) =>
  z.string().check(
    z.refine((value) => value.length <= max * 4, 'too-long'),
    z.trim(),
    z.refine((value) => visibleLength(value) <= max, 'too-long'),
  );

/** An id of the given brand. Made by a client it must be random; see `ids.ts`. */
export const id = <T extends string>() =>
  z.custom<T>((value) => typeof value === 'string' && isId(value));

/** A text of the library, in one or several languages. */
export const localText = (max: number) =>
  z.union([
    z.string().check(z.minLength(1), z.maxLength(max)),
    z.strictObject({
      en: z.string().check(z.minLength(1), z.maxLength(max)),
      de: z.optional(z.string().check(z.minLength(1), z.maxLength(max))),
    }),
  ]);

/** The text in the viewer's language (`en`, `de`, `de-CH`…), English where it is missing. */
export function inLanguage(value: LocalText, language: string): string {
  if (typeof value === 'string') return value;
  return (language.startsWith('de') ? value.de : undefined) ?? value.en;
}
