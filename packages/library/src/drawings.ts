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
  'peaks',
  'garden',
  'bridge',
  'talk',
  'table',
  'dominoes',
  'bars',
  'target',
  'spiral',
  'confetti',
] as const;

export type Drawing = (typeof DRAWINGS)[number];

/** What suits each category. Cards and rings mean something: votes are for deciding, a fan is a hand of estimates. */
const SUITING: Readonly<Record<Category, readonly Drawing[]>> = {
  retrospective: ['columns', 'orbit', 'gather', 'garden', 'echo', 'table', 'threads', 'spiral'],
  estimation: ['fan', 'bars', 'field', 'stairs'],
  standup: ['rays', 'table', 'path', 'talk'],
  'check-in': ['exchange', 'table', 'tiles', 'orbit', 'spiral'],
  'team-health': ['bars', 'garden', 'balance', 'bloom', 'votes', 'orbit'],
  feedback: ['talk', 'bloom', 'exchange', 'echo'],
  strategy: ['target', 'path', 'peaks', 'field', 'bridge', 'stairs'],
  'pre-mortem': ['dominoes', 'threads', 'balance', 'bridge', 'echo', 'field', 'path'],
  'post-mortem': ['threads', 'dominoes', 'path', 'gather', 'echo', 'spiral', 'columns'],
  'one-on-one': ['talk', 'exchange', 'bridge', 'balance'],
  decision: ['votes', 'balance', 'field', 'target', 'bars'],
  workshop: ['tiles', 'gather', 'spiral', 'fan', 'bloom', 'table'],
  celebration: ['confetti', 'bloom', 'rays', 'garden'],
  'ship-report': ['waves', 'stairs', 'path'],
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
