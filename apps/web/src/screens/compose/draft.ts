import type { Activity } from '@rondo/contract';

type Step = Activity['flow'][number];

/** A step while it is composed; the key stays with it wherever it is moved. */
export type DraftStep = Step & { readonly key: string };

/** An activity while it is composed: everything but its id. */
export type Draft = Omit<Activity, 'id' | 'custom' | 'flow'> & {
  readonly flow: readonly DraftStep[];
};

export const BLANK: Draft = {
  category: 'workshop',
  name: '',
  summary: '',
  purpose: '',
  minutes: 30,
  people: { min: 2, max: 12 },
  suits: ['live', 'async'],
  place: ['remote', 'room'],
  hues: ['sky', 'amber'],
  keywords: { en: [], de: [] },
  flow: [],
};

export const newKey = (): string => crypto.randomUUID();

export function draftOf({ id: _, custom: __, flow, ...head }: Activity): Draft {
  return { ...head, flow: flow.map((step) => ({ ...step, key: newKey() })) };
}

/** Where another activity begins; it gets a picture of its own. */
export function copyOf(activity: Activity): Draft {
  const { drawing: _, ...draft } = draftOf(activity);
  return draft;
}

/** As it is sent, checked and handed on; what was left empty and may be is left out. */
export function contentOf({ flow, keywords, ...head }: Draft): Omit<Activity, 'id' | 'custom'> {
  return {
    ...head,
    // Whoever composes writes in one language; people who read another one search with the same words.
    keywords: { en: keywords.en, de: keywords.de ?? keywords.en },
    flow: flow.map(({ key: _, title, tip, minutes, ...step }) => ({
      ...step,
      ...(title !== undefined && title !== '' && { title }),
      ...(tip !== undefined && tip !== '' && { tip }),
      ...(minutes !== undefined && { minutes }),
    })),
  };
}

export const minutesOf = (flow: readonly DraftStep[]): number =>
  flow.reduce((sum, { minutes = 0 }) => sum + minutes, 0);

/** Other steps; the time of the whole goes along as long as it was theirs. */
export const withFlow = (draft: Draft, flow: readonly DraftStep[]): Partial<Draft> =>
  draft.flow.length === 0 || draft.minutes === minutesOf(draft.flow)
    ? { flow, minutes: Math.max(1, minutesOf(flow)) }
    : { flow };

/** Where one more step belongs: at the end, but a wrap-up stays the last one. */
export function placeFor(kind: string, flow: readonly DraftStep[]): number {
  const last = flow.at(-1);
  return last?.kind === 'wrap-up' && kind !== 'wrap-up' ? flow.length - 1 : flow.length;
}
