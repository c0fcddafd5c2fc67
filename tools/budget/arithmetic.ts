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
  /** The files that were added up, the heaviest first. */
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
}

const firstCardLimit = 150_000;
const phaseLimit = 25_000;

/** Lazily loaded sources that a guest needs to write the first card, besides the entry. */
const guestPath: readonly RegExp[] = [
  /src\/locales\/en\.po$/,
  /src\/screens\/meeting\/(Meeting|LiveMeeting|MeetingRoom|Door)\.tsx$/,
  /packages\/phases\/collect\/ui\/index\.ts/,
];
const phaseChunk = /packages\/phases\/([^/]+)\/ui\/index\.ts/;

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
  const line = (name: string, limit: number, files: Iterable<string>): Line => {
    const weighed = [...files].map((file) => ({ file, bytes: weigh(file) }));
    weighed.sort((a, b) => b.bytes - a.bytes);
    return {
      name,
      limit,
      files: weighed,
      bytes: weighed.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  };
  const phases = [...lazy].filter((key) => phaseChunk.test(key)).sort();
  return [
    line(
      'until a guest types the first card',
      firstCardLimit,
      filesOf(manifest, [...entries, ...needed]),
    ),
    ...phases.map((key) => {
      // What the meeting and its first phase have brought is there already.
      const others = [...entries, ...needed].filter((each) => each !== key);
      const there = filesOf(manifest, others);
      const more = [...filesOf(manifest, [key])].filter((file) => !there.has(file));
      return line(`phase ${phaseChunk.exec(key)?.[1] ?? key}`, phaseLimit, more);
    }),
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
