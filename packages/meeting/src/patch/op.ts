import { noteKey } from './keys.ts';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
export type Path = readonly string[];

/**
 * One change to a tree of plain objects: `[path, value]` sets, `[path]` deletes.
 * Paths step through objects only; an array is a value and is replaced whole, so no operation
 * ever depends on a position that another operation moves.
 */
export type Op = readonly [path: Path, value: Json] | readonly [path: Path];

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parentOf(root: Tree, path: Path): Tree {
  let at = root;
  for (let i = 0; i < path.length - 1; i++) {
    const next = at[path[i] ?? ''];
    if (!isTree(next))
      throw new Error(`patch does not fit: nothing at ${path.slice(0, i + 1).join('/')}`);
    at = next;
  }
  return at;
}

/**
 * Objects are copied on their way into a tree: later operations change what lies there, and must not
 * change the operation it came from, which is still to be written down. Arrays never change.
 */
function copied(value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const copy: Record<string, Json> = {};
  // Neither null nor an array: a record.
  const record = value as { readonly [key: string]: Json };
  for (const key of Object.keys(record)) copy[key] = copied(record[key] ?? null);
  return copy;
}

/** Changes `root` itself and returns the operations that undo it, in the order to apply them. */
export function applyInPlace(root: object, ops: readonly Op[]): Op[] {
  const undo: Op[] = [];
  for (const op of ops) {
    const path = op[0];
    // A document root is always a plain object; its static type is whatever the caller keeps in it.
    const parent = parentOf(root as Tree, path);
    const key = path[path.length - 1] ?? '';
    const wasThere = Object.hasOwn(parent, key);
    undo.push(wasThere ? [path, parent[key] as Json] : [path]);
    if (op.length === 1) delete parent[key];
    else parent[key] = copied(op[1]);
    if (wasThere !== (op.length === 2)) noteKey(parent, key, !wasThere);
  }
  return undo.reverse();
}

/** The same change on a copy that shares every untouched branch with `root`. */
export function applied<T extends object>(root: T, ops: readonly Op[]): T {
  if (ops.length === 0) return root;
  const fresh = new Set<Tree>();
  const copy = (tree: Tree): Tree => {
    if (fresh.has(tree)) return tree;
    const twin = { ...tree };
    fresh.add(twin);
    return twin;
  };
  const result = copy(root as Tree);
  for (const op of ops) {
    const path = op[0];
    let at = result;
    for (let i = 0; i < path.length - 1; i++) {
      const step = path[i] ?? '';
      const next = at[step];
      if (!isTree(next))
        throw new Error(`patch does not fit: nothing at ${path.slice(0, i + 1).join('/')}`);
      at = at[step] = copy(next);
    }
    const key = path[path.length - 1] ?? '';
    if (op.length === 1) delete at[key];
    else at[key] = op[1];
  }
  // The copy has the type of what it was copied from; operations keep the shape.
  return result as T;
}
