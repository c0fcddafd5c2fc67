/** What we read of Vite's manifest: one entry per chunk, by the path of its source. */
export type Manifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly isEntry?: boolean;
      /** Loaded together with it. */
      readonly imports?: readonly string[];
      /** Loaded when they are needed. */
      readonly dynamicImports?: readonly string[];
    }
  >
>;

/** One budget and what was measured, in bytes. */
export interface Line {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
}

const firstCardLimit = 150_000;
const phaseLimit = 25_000;

/** Lazily loaded sources that a guest needs to write the first card, besides the entry. */
const guestPath: readonly RegExp[] = [
  /src\/locales\/en\.po$/,
  /src\/screens\/meeting\/(Meeting|LiveMeeting|MeetingRoom|Door)\.tsx$/,
  /packages\/phases\/collect\/ui\//,
];
const phaseChunk = /packages\/phases\/([^/]+)\/ui\//;

/**
 * Compares what people load with the budgets.
 * @param weigh bytes of one JavaScript file on the wire
 */
export function budgetOf(manifest: Manifest, weigh: (file: string) => number): Line[] {
  const lazy = new Set(Object.values(manifest).flatMap((chunk) => chunk.dynamicImports ?? []));
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);
  const needed = guestPath.flatMap((pattern) => {
    const keys = [...lazy].filter((key) => pattern.test(key));
    if (keys.length === 0) throw new Error(`No lazily loaded chunk matches ${pattern}`);
    return keys;
  });
  const firstCard = filesOf(manifest, [...entries, ...needed]);
  const sum = (files: Iterable<string>) => [...files].reduce((all, file) => all + weigh(file), 0);
  const phases = [...lazy]
    .filter((key) => phaseChunk.test(key))
    .sort()
    .map((key) => {
      // What came with the first card is there already.
      const more = [...filesOf(manifest, [key])].filter((file) => !firstCard.has(file));
      return {
        name: `phase ${phaseChunk.exec(key)?.[1] ?? key}`,
        bytes: sum(more),
        limit: phaseLimit,
      };
    });
  return [
    { name: 'until a guest types the first card', bytes: sum(firstCard), limit: firstCardLimit },
    ...phases,
  ];
}

/** The JavaScript files of these chunks and of everything loaded together with them. */
function filesOf(manifest: Manifest, keys: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (seen.has(key) || chunk === undefined) return;
    seen.add(key);
    chunk.imports?.forEach(visit);
  };
  keys.forEach(visit);
  const files = [...seen].map((key) => manifest[key]?.file ?? '');
  return new Set(files.filter((file) => file.endsWith('.js')));
}
