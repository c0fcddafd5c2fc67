import type { Category } from './schema.ts';

/**
 * What illustrations can show; the design system draws them. Named here too, because this package knows no
 * screens; the web app's compiler compares both lists.
 */
export const DRAWINGS = [
  'columns',
  'fan',
  'gather',
  'stairs',
  'bloom',
  'balance',
  'orbit',
  'exchange',
  'echo',
  'rays',
  'field',
  'path',
  'waves',
  'threads',
  'votes',
  'tiles',
] as const;

export type Drawing = (typeof DRAWINGS)[number];

/** What suits each category. Cards and rings mean something: votes are for deciding, a fan is a hand of estimates. */
const SUITING: Readonly<Record<Category, readonly Drawing[]>> = {
  retrospective: ['columns', 'orbit', 'gather', 'waves', 'echo', 'threads'],
  estimation: ['fan', 'field', 'stairs'],
  standup: ['rays', 'path', 'threads'],
  'check-in': ['exchange', 'tiles', 'orbit'],
  'team-health': ['waves', 'bloom', 'balance', 'votes'],
  feedback: ['bloom', 'exchange', 'echo'],
  strategy: ['path', 'field', 'stairs', 'rays'],
  'pre-mortem': ['echo', 'balance', 'threads', 'path', 'field'],
  'post-mortem': ['threads', 'gather', 'waves', 'path', 'columns'],
  'one-on-one': ['exchange', 'balance', 'orbit'],
  decision: ['votes', 'balance', 'field', 'gather'],
  workshop: ['tiles', 'gather', 'columns', 'bloom', 'fan'],
  celebration: ['rays', 'bloom', 'tiles'],
  'ship-report': ['stairs', 'waves', 'path'],
};

type Drawn = { readonly category: Category; readonly drawing?: Drawing | undefined };

/**
 * Gives every activity that chose none a drawing that suits its category: in turns, so that neighbours on a
 * shelf never look alike.
 */
export function withDrawings<A extends Drawn>(activities: readonly A[]): A[] {
  const turns = new Map<Category, number>();
  return activities.map((activity) => {
    const { category } = activity;
    const turn = turns.get(category) ?? 0;
    turns.set(category, turn + 1);
    const suiting = SUITING[category];
    return { ...activity, drawing: activity.drawing ?? suiting[turn % suiting.length] };
  });
}
