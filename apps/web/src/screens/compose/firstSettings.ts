import { settingsOf } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';

/** What a first step asks, in the language of whoever composes. */
export interface FirstWords {
  well: string;
  better: string;
  statement: string;
}

/** What a step of a kind begins with: something that could be played as it is. */
export function firstSettings(kind: string, words: FirstWords): Record<string, unknown> {
  const prompts = [
    { id: 'p1', hue: 'moss', title: words.well },
    { id: 'p2', hue: 'clay', title: words.better },
  ];
  const needed: Readonly<Record<string, object>> = {
    collect: { prompts },
    rate: { statements: [{ id: 's1', text: words.statement }] },
  };
  const known = phases[kind];
  return known ? { ...settingsOf(known, needed[kind]) } : {};
}
