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
