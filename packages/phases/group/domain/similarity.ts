import { averageLink } from './similarity-clusters.ts';
import { kinOf } from './similarity-kin.ts';
import { suggestTitle } from './similarity-title.ts';
import { wordsOf, type Word } from './similarity-words.ts';

export { suggestTitle } from './similarity-title.ts';

export interface SuggestedGroup {
  /** The ids of at least two cards. */
  readonly cards: readonly string[];
  readonly title: string;
}

/** Cards whose groups are alike by at least this much (cosine, 0 to 1) belong together. Tuned on the labelled samples. */
const ALIKE = 0.12;

/** How much a part of a compound word counts, against the whole word. */
const PART = 0.6;

/** How much it counts that two words are of one family, against that they are the same. */
const FAMILY = 1.2;

/** Shorter beginnings and endings of words are found everywhere. */
const SHORTEST_PART = 4;

/**
 * Groups of cards that say much the same, largest first; cards that stand alone are left out. Depends on the
 * texts only: neither on the order of the cards nor, unless two texts are equal, on their ids. 400 cards take
 * some tens of milliseconds.
 */
export function suggestGroups(
  cards: readonly { readonly id: string; readonly text: string }[],
): SuggestedGroup[] {
  const sorted = [...cards].sort((a, b) => compare(a.text, b.text) || compare(a.id, b.id));
  const groups = averageLink(similarities(sorted.map(({ text }) => text)), sorted.length, ALIKE);
  return groups
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((group) => {
      const members = group.flatMap((index) => sorted[index] ?? []);
      return {
        cards: members.map(({ id }) => id),
        title: suggestTitle(members.map(({ text }) => text)),
      };
    });
}

/** By code units, so that every machine agrees. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The cosine of every pair of texts, row by row, over words weighted by how rare they are among these texts. */
function similarities(texts: readonly string[]): Float32Array {
  const words = texts.map(wordsOf);
  const vocabulary = new Set(words.flat().flatMap(({ stem }) => stem ?? []));
  const features = words.map((each) => featuresOf(each, vocabulary));
  const holders = new Map<string, [number, number][]>();
  features.forEach((weights, index) => {
    for (const [feature, weight] of weights) {
      const list = holders.get(feature);
      if (list === undefined) holders.set(feature, [[index, weight]]);
      else list.push([index, weight]);
    }
  });
  const rarity = (feature: string): number =>
    Math.log(1 + texts.length / (holders.get(feature)?.length ?? 1));
  const lengths = features.map((weights) =>
    Math.sqrt(
      [...weights].reduce((sum, [feature, weight]) => sum + (weight * rarity(feature)) ** 2, 0),
    ),
  );
  const matrix = new Float32Array(texts.length ** 2);
  for (const [feature, list] of holders) {
    const square = rarity(feature) ** 2;
    for (const [a, weightOfA] of list)
      for (const [b, weightOfB] of list) {
        const cell = a * texts.length + b;
        const share = (weightOfA * weightOfB * square) / ((lengths[a] ?? 1) * (lengths[b] ?? 1));
        if (a !== b) matrix[cell] = (matrix[cell] ?? 0) + share;
      }
  }
  return matrix;
}

/** What a text is compared by: its stems, the known words inside its compound words, and their families. */
function featuresOf(words: readonly Word[], vocabulary: ReadonlySet<string>): Map<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    features.set(feature, Math.max(weight, features.get(feature) ?? 0));
  };
  for (const { stem, weight } of words) {
    if (stem === null) continue;
    add(stem, weight);
    for (const family of kinOf(stem)) add(family, FAMILY);
    for (let cut = SHORTEST_PART; cut < stem.length; cut += 1) {
      for (const part of [stem.slice(0, cut), stem.slice(stem.length - cut)]) {
        if (vocabulary.has(part)) add(part, PART);
        for (const family of kinOf(part)) add(family, FAMILY * PART);
      }
    }
  }
  return features;
}
