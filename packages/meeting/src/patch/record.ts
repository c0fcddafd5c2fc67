import { keysWithin } from './keys.ts';
import type { Json, Op, Path } from './op.ts';

type Tree = Record<string, unknown>;

interface Node {
  readonly target: Tree;
  /** Where it hangs; null for a root. A path is put together only when something is written. */
  readonly parent: Node | null;
  readonly key: string;
  readonly ops: Op[];
  /** What was written over the target; `GONE` where a key was deleted. */
  over: Map<string, unknown> | null;
  /** The draft made first, which is most often the only one; the others are in `children`. */
  firstKey: string | null;
  firstChild: object | null;
  children: Map<string, object> | null;
}

const GONE = Symbol('gone');
/**
 * Where a draft gives away its bookkeeping. A weak map would do the same at twice the cost of a whole
 * command: every draft in it is work for the garbage collector.
 */
const NODE = Symbol('node');
// Only the handler below answers to it, so whatever else is asked has none.
const nodeOf = (thing: object): Node | undefined => (thing as { [NODE]?: Node })[NODE];

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read(node: Node, key: string): unknown {
  const over = node.over?.get(key);
  if (over !== undefined) return over === GONE ? undefined : over;
  return Object.hasOwn(node.target, key) ? node.target[key] : undefined;
}

function keysIn({ target, over }: Node): readonly string[] {
  const before = keysWithin(target);
  if (!over) return before;
  const keys = before.filter((key) => over.get(key) !== GONE);
  for (const [key, value] of over) {
    if (value !== GONE && !Object.hasOwn(target, key)) keys.push(key);
  }
  return keys;
}

/** Setting this key would change what an object is, not what it holds. Commands should not get so far. */
function safe(key: string): string {
  if (key === '__proto__') throw new TypeError('not a key of a document: __proto__');
  return key;
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
        if (inner !== undefined) copy[safe(key)] = plain(inner);
      }
      return copy;
    }
    default:
  }
  throw new TypeError(`not JSON: ${String(value)}`);
}

const childOf = (node: Node, key: string): object | undefined =>
  node.firstKey === key ? (node.firstChild ?? undefined) : node.children?.get(key);

function keepChild(node: Node, key: string, child: object): void {
  if (node.firstKey === null) {
    node.firstKey = key;
    node.firstChild = child;
  } else (node.children ??= new Map()).set(key, child);
}

function dropChild(node: Node, key: string): void {
  if (node.firstKey === key) node.firstKey = node.firstChild = null;
  else node.children?.delete(key);
}

function pathTo(node: Node, key: string): Path {
  const path = [key];
  for (let at = node; at.parent; at = at.parent) path.push(at.key);
  return path.reverse();
}

const handler: ProxyHandler<Node> = {
  get(node, key) {
    if (typeof key === 'symbol') return key === NODE ? node : undefined;
    const value = read(node, key);
    if (!isTree(value)) return value;
    const known = childOf(node, key);
    if (known) return known;
    const child = draftOf(value, node, key, node.ops);
    keepChild(node, key, child);
    return child;
  },
  set(node, key, value) {
    if (typeof key === 'symbol') return false;
    if (value === undefined) return remove(node, key);
    if (typeof value !== 'object' && read(node, key) === value) return true;
    const json = plain(value);
    safe(key);
    dropChild(node, key);
    (node.over ??= new Map()).set(key, json);
    node.ops.push([pathTo(node, key), json]);
    return true;
  },
  deleteProperty(node, key) {
    return typeof key === 'string' && remove(node, key);
  },
  has: (node, key) => typeof key === 'string' && read(node, key) !== undefined,
  ownKeys: (node) => [...keysIn(node)],
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
  dropChild(node, key);
  (node.over ??= new Map()).set(key, GONE);
  node.ops.push([pathTo(node, key)]);
  return true;
}

function draftOf(target: Tree, parent: Node | null, key: string, ops: Op[]): object {
  const node: Node = {
    target,
    parent,
    key,
    ops,
    over: null,
    firstKey: null,
    firstChild: null,
    children: null,
  };
  // The proxy stands on its own bookkeeping, not on the tree, so the tree stays untouched.
  return new Proxy(node, handler);
}

/**
 * Runs `recipe` on a draft of `root` and returns what it changed. `root` itself is not touched,
 * so a recipe that throws leaves nothing behind. Arrays in the draft are the originals: replace
 * them (`a.list = [...a.list, x]`), never change them in place. What was just written is a draft
 * only when it is read again: `(a.b ??= {}).c = 1` writes into nothing.
 */
export function record<T extends object>(root: T, recipe: (draft: T) => void): Op[] {
  const ops: Op[] = [];
  recipe(draftOf(root as Tree, null, '', ops) as T);
  return ops;
}

/** The same for a recipe that changes two trees; what it changed in each. */
export function recordBoth<A extends object, B extends object>(
  a: A,
  b: B,
  recipe: (a: A, b: B) => void,
): [Op[], Op[]] {
  const [inA, inB]: [Op[], Op[]] = [[], []];
  recipe(draftOf(a as Tree, null, '', inA) as A, draftOf(b as Tree, null, '', inB) as B);
  return [inA, inB];
}

/** `Object.keys`, which of a draft would ask for every single key once more. */
export function keysOf<K extends string>(things: Readonly<Record<K, unknown>>): readonly K[] {
  const node = nodeOf(things);
  // The record's own keys are K, here as in `Object.keys`.
  return (node ? keysIn(node) : Object.keys(things)) as readonly K[];
}

/** `things[key]` for reading alone: where many are looked at, no draft is made of each. */
export function peek<K extends string, T>(things: Readonly<Record<K, T>>, key: K): T | undefined {
  const node = nodeOf(things);
  // What lies in the tree, or the draft of it that this recipe already has, is a T.
  return node ? ((childOf(node, key) ?? read(node, key)) as T | undefined) : things[key];
}
