import type { Outcome } from '@rondo/meeting';

/** The kinds of phases in which people agree on what comes next. */
const KINDS: ReadonlySet<string> = new Set(['discuss', 'review', 'agenda', 'updates', 'wrap-up']);

/** Whether next steps are worth a word: after a round of kudos, that there are none is no news. */
export const isAboutTasks = ({ tasks, phases }: Pick<Outcome, 'tasks' | 'phases'>): boolean =>
  tasks.length > 0 || phases.some(({ kind }) => KINDS.has(kind));
