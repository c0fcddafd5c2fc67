import { dateFormat } from '../dates.ts';

interface Facts {
  number: number;
  at: Date;
  zone: string;
  language: 'en' | 'de';
}

/** The most characters of a meeting's name. */
const LONGEST = 80;

/** The name of one meeting of a series: `Sprint {n} retro` becomes `Sprint 117 retro`. */
export function nameAt(template: string, { number, at, zone, language }: Facts): string {
  const date = dateFormat(language, zone, 'medium');
  const name = template.replaceAll('{n}', String(number)).replaceAll('{date}', date.format(at));
  return [...name].slice(0, LONGEST).join('').trim();
}

/** Signs that led to a number or a date which is not there: of `Ship {n}, {date}` the comma, of `#{n}` the sign. */
const LEFT_OVER = /^[\s,;:/|#·–—-]+|[\s,;:/|#·–—-]+$/g;

/** The name of the series as a whole: `Sprint retro`. */
export const nameOfAll = (template: string): string =>
  template
    .replaceAll(/\{(n|date)\}/g, '')
    .replaceAll(/\(\s*\)|\[\s*\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,;:])/g, '')
    .replaceAll(LEFT_OVER, '') || template;
