import { isMap, isPair, isScalar, isSeq, type Document, type Node } from 'yaml';

/** Where something stands in the data of a file: keys of mappings and positions in lists. */
export type Path = readonly (string | number)[];

/**
 * The offset in the text at which `path` stands: its key, or the dash of a list item. What is not in the
 * file (a missing key) is placed at the nearest thing around it that is.
 */
export function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!isPair(pair)) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]; // pairs, keys and contents are nodes, or null where empty
}
