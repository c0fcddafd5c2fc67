import { useLingui } from '@lingui/react/macro';
import type { Category } from '@rondo/library';

export interface CategoryWords {
  id: Category;
  name: string;
  hint: string;
}

/** The categories in plain words, in the order of the shelves. */
export function useCategories(): readonly CategoryWords[] {
  const { t } = useLingui();
  const words: Record<Category, Omit<CategoryWords, 'id'>> = {
    retrospective: {
      name: t`Retrospectives`,
      hint: t`Look back together and agree on what to change.`,
    },
    'team-health': {
      name: t`Team health`,
      hint: t`Ask how everybody is really doing, and watch it over time.`,
    },
    estimation: {
      name: t`Estimation`,
      hint: t`Find out how big something is, and why opinions differ.`,
    },
    standup: { name: t`Standups`, hint: t`What moves, what is stuck, who needs whom.` },
    'check-in': { name: t`Check-ins`, hint: t`Go through tasks and topics, round by round.` },
    'one-on-one': { name: t`One-on-ones`, hint: t`For two people who take time for each other.` },
    feedback: { name: t`Feedback`, hint: t`Tell each other what helps, and what would help.` },
    decision: { name: t`Decisions`, hint: t`Choose together, and know why afterwards.` },
    strategy: {
      name: t`Strategy and planning`,
      hint: t`Where to go, what first, and what not at all.`,
    },
    'pre-mortem': {
      name: t`Pre-mortems`,
      hint: t`Imagine it has failed, while there is time to prevent it.`,
    },
    'post-mortem': {
      name: t`Post-mortems and incident reviews`,
      hint: t`Understand what happened, without looking for somebody to blame.`,
    },
    workshop: {
      name: t`Workshops and energizers`,
      hint: t`Collect ideas, get to know each other, wake up.`,
    },
    celebration: { name: t`Celebrations`, hint: t`Say thank you, and enjoy what you have done.` },
    'ship-report': {
      name: t`Ship report`,
      hint: t`Tell the others what you finished and what comes next.`,
    },
  };
  // Its own keys, as the type above spells them out.
  return (Object.keys(words) as Category[]).map((id) => ({ id, ...words[id] }));
}
