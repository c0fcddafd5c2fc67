import { promptSchema } from '@rondo/meeting';
import * as z from 'zod/mini';

/** The most sections of one report. */
export const MOST_SECTIONS = 6;

export const ReportSettings = z.strictObject({
  /** The parts of the report. What answers a prompt of the same id goes there, all else into the first. */
  sections: z._default(
    z.array(promptSchema).check(
      z.minLength(1),
      z.maxLength(MOST_SECTIONS),
      z.refine(
        (sections) => new Set(sections.map((each) => each.id)).size === sections.length,
        'two sections have the same id',
      ),
    ),
    [
      { id: 'this-week', title: { en: 'This week we …', de: 'Diese Woche …' }, hue: 'teal' },
      { id: 'next-week', title: { en: 'Next week we’ll …', de: 'Nächste Woche …' }, hue: 'sky' },
    ],
  ),
});
export type ReportSettings = z.infer<typeof ReportSettings>;
