export interface ParsedSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ParsedFamily {
  readonly type: string;
  readonly help: string;
  readonly samples: ParsedSample[];
}

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/gy;

/**
 * Reads the text format as strictly as it is written down: every family once, with help and type
 * before its samples, every sample once, every value a number. Throws at the first line that is not so.
 */
export function parsed(text: string): Map<string, ParsedFamily> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const families = new Map<string, ParsedFamily>();
  const seen = new Set<string>();
  let help: [string, string] | undefined;
  let current: [string, ParsedFamily] | undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (kind === 'HELP') {
      if (families.has(name)) throw new Error(`${name} comes twice`);
      help = [name, rest];
    } else if (kind === 'TYPE') {
      if (help?.[0] !== name) throw new Error(`${name} has no help`);
      const family = { type: rest, help: help[1], samples: [] };
      current = [name, family];
      families.set(name, family);
    } else {
      const sample = sampleOf(line);
      if (!current || !belongs(sample.name, current[0], current[1].type))
        throw new Error(`out of place: ${line}`);
      const key = line.slice(0, line.lastIndexOf(' '));
      if (seen.has(key)) throw new Error(`twice: ${key}`);
      seen.add(key);
      current[1].samples.push(sample);
    }
  }
  return families;
}

function sampleOf(line: string): ParsedSample {
  const [, name = '', inside = '', value = ''] = SAMPLE.exec(line) ?? [];
  const labels = [...inside.matchAll(LABEL)];
  const isWhole = labels.map(([all]) => all).join('') === inside;
  const number = value === '+Inf' ? Infinity : Number(value);
  if (name === '' || !isWhole || Number.isNaN(number)) throw new Error(`unreadable: ${line}`);
  return {
    name,
    labels: Object.fromEntries(labels.map(([, label = '', text = '']) => [label, text])),
    value: number,
  };
}

function belongs(sample: string, family: string, type: string): boolean {
  if (type !== 'histogram') return sample === family;
  return ['_bucket', '_sum', '_count'].some((suffix) => sample === family + suffix);
}
