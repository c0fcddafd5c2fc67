import type { OutcomePart } from '@rondo/meeting';
import { plain, words as asWritten } from '../as-markdown.ts';
import type { Row } from './csv.ts';
import { item } from './lines.ts';
import type { Language } from './words.ts';

type KudosPart = Extract<OutcomePart, { as: 'kudos' }>;
type Kudos = KudosPart['kudos'][number];

const TEAM = { en: 'The whole team', de: 'Das ganze Team' };

/** Everybody a kudos is for. */
const recipientsOf = ({ to, team }: Kudos, language: Language): string[] => [
  ...to,
  ...(team ? [TEAM[language]] : []),
];

/** Those who were thanked, in the order in which that began, each with what for. */
export function byRecipient(part: KudosPart, language: Language): [string, Kudos[]][] {
  const found = new Map<string, Kudos[]>();
  for (const kudos of part.kudos) {
    for (const name of recipientsOf(kudos, language))
      found.set(name, [...(found.get(name) ?? []), kudos]);
  }
  return [...found];
}

const signs = ({ reactions = [] }: Kudos): string =>
  reactions.map(({ sign, count }) => ` ${sign} ${count}`).join('');
const signed = (kudos: Kudos): string =>
  `${asWritten(kudos.text)}${kudos.by === undefined ? '' : ` (${plain(kudos.by)})`}${signs(kudos)}`;

export const kudosLines = (part: KudosPart, language: Language): string[] =>
  byRecipient(part, language).flatMap(([name, all]) => [
    '',
    `**${plain(name)}**`,
    '',
    ...all.map((each) => item(signed(each))),
  ]);

export const kudosRows = (part: KudosPart, language: Language): Row[] =>
  part.kudos.map((each) => ({
    type: 'kudos',
    topic: recipientsOf(each, language).join(', '),
    text: each.text,
    author: each.by ?? '',
    votes: signs(each).trim(),
  }));
