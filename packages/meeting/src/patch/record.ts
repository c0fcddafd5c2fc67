import type { Json, Op, Path } from './op.ts';

type Tree = Record<string, unknown>;

interface Node {
  readonly target: Tree;
  readonly path: Path;
  readonly ops: Op[];
  /** What was written over the target; `GONE` where a key was deleted. */
  over: Map<string, unknown> | null;
  children: Map<string, object> | null;
}

const GONE = Symbol('gone');
const nodes = new WeakMap<object, Node>();

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read(node: Node, key: string): unknown {
  const over = node.over?.get(key);
  if (over !== undefined) return over === GONE ? undefined : over;
  return Object.hasOwn(node.target, key) ? node.target[key] : undefined;
}

/** A deep copy made of plain JSON; writes to drafts inside it are included. */
function plain(value: unknown): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      break;
    case 'object': {
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(plain);
      const copy: Record<string, Json> = {};
      for (const [key, inner] of Object.entries(value)) {
        if (inner !== undefined) copy[key] = plain(inner);
      }
      return copy;
    }
    default:
  }
  throw new TypeError(`not JSON: ${String(value)}`);
}

const handler: ProxyHandler<Node> = {
  get(node, key) {
    if (typeof key === 'symbol') return undefined;
    const value = read(node, key);
    if (!isTree(value)) return value;
    const known = node.children?.get(key);
    if (known) return known;
    const child = draftOf(value, [...node.path, key], node.ops);
    (node.children ??= new Map()).set(key, child);
    return child;
  },
  set(node, key, value) {
    if (typeof key === 'symbol') return false;
    if (value === undefined) return remove(node, key);
    if (typeof value !== 'object' && read(node, key) === value) return true;
    const json = plain(value);
    node.children?.delete(key);
    (node.over ??= new Map()).set(key, json);
    node.ops.push([[...node.path, key], json]);
    return true;
  },
  deleteProperty(node, key) {
    return typeof key === 'string' && remove(node, key);
  },
  has: (node, key) => typeof key === 'string' && read(node, key) !== undefined,
  ownKeys(node) {
    if (!node.over) return Object.keys(node.target);
    const keys = new Set(Object.keys(node.target));
    for (const [key, value] of node.over) {
      if (value === GONE) keys.delete(key);
      else keys.add(key);
    }
    return [...keys];
  },
  getOwnPropertyDescriptor(node, key) {
    if (typeof key !== 'string') return undefined;
    const value = read(node, key);
    return value === undefined
      ? undefined
      : { value, enumerable: true, configurable: true, writable: true };
  },
};

function remove(node: Node, key: string): boolean {
  if (read(node, key) === undefined) return true;
  node.children?.delete(key);
  (node.over ??= new Map()).set(key, GONE);
  node.ops.push([[...node.path, key]]);
  return true;
}

function draftOf(target: Tree, path: Path, ops: Op[]): object {
  const node: Node = { target, path, ops, over: null, children: null };
  // The proxy stands on its own bookkeeping, not on the tree, so the tree stays untouched.
  const draft = new Proxy(node, handler) as object;
  nodes.set(draft, node);
  return draft;
}

/**
 * Runs `recipe` on a draft of `root` and returns what it changed. `root` itself is not touched,
 * so a recipe that throws leaves nothing behind. Arrays in the draft are the originals: replace
 * them (`a.list = [...a.list, x]`), never change them in place.
 */
export function record<T extends object>(root: T, recipe: (draft: T) => void): Op[] {
  const ops: Op[] = [];
  recipe(draftOf(root as Tree, [], ops) as T);
  return ops;
}

/** The object a draft was made from, for quick reading of what this recipe has not written to. */
export function original<T extends object>(draft: T): T {
  const node = nodes.get(draft);
  return node ? (node.target as T) : draft;
}
