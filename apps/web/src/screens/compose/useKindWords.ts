import { useLingui } from '@lingui/react/macro';
import type { FlowProblem } from '@rondo/meeting';
import { inLanguage } from '@rondo/meeting';
import { outlines, phaseTitle } from '@rondo/phases/outlines';

/** What each kind of step is for, in one line. */
export function useKindWords(): (kind: string) => string {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    icebreaker: t`A question that everybody answers, to arrive.`,
    collect: t`Everybody writes cards; they stay hidden until all are turned over.`,
    breakout: t`Small groups collect by themselves and bring what they found.`,
    group: t`Put together what belongs together.`,
    vote: t`Choose what to talk about.`,
    rank: t`Bring things into an order, or place them on two axes.`,
    discuss: t`Talk topic by topic and agree on next steps.`,
    estimate: t`Pick cards for stories, turn them over, agree on a size.`,
    respond: t`Everybody answers the same questions, whenever it suits them.`,
    updates: t`In a round, each tells what is new.`,
    agenda: t`Go through a list of items, each with its time.`,
    rate: t`Rate statements on a scale, without names.`,
    poll: t`Decide: one choice, several, ranked, yes or no, fist of five, consent.`,
    appreciate: t`Say thank you to each other.`,
    review: t`Look at what was promised in earlier meetings.`,
    report: t`Edit together what you tell your readers.`,
    'wrap-up': t`Rate the meeting and look at what came out of it.`,
  };
  return (kind) => words[kind] ?? '';
}

/** What a step lacks, and which ones would give it. */
export function useNeedWords(): (missing: FlowProblem['missing']) => string {
  const { t, i18n } = useLingui();
  const materials: Readonly<Record<string, string>> = {
    cards: t`cards`,
    topics: t`topics`,
    votes: t`votes`,
  };
  return (missing) => {
    if (missing === 'kind') return t`This server does not know this kind of step. Remove it.`;
    const givers = Object.values(outlines).filter(
      ({ gives, needs }) =>
        gives.includes(missing) && !needs.includes(missing) && needs.length === 0,
    );
    const names = new Intl.ListFormat(i18n.locale, { type: 'disjunction' }).format(
      givers.map(({ kind }) => t`“${inLanguage(phaseTitle(kind), i18n.locale)}”`),
    );
    const material = materials[missing] ?? missing;
    return t`This step works with ${material}, and no step before it makes any. Put ${names} before it.`;
  };
}
