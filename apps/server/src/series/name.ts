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

const PLACES = /\s*#?\{(n|date)\}/g;
/** What parted a number or a date from the rest: of `Ship {n}, {date}` the comma. */
const PARTED = /^[\s,;:/|·–—-]+|[\s,;:/|·–—-]+$/g;

/** The name of the series as a whole: `Sprint retro`. */
export function nameOfAll(template: string): string {
  const rest = template
    .replaceAll(PLACES, '')
    .replaceAll(/\(\s*\)|\[\s*\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const hasPlaces = template.search(PLACES) !== -1;
  return (hasPlaces ? rest.replaceAll(PARTED, '') : rest) || template;
}
