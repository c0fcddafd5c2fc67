/** Values of one thing, as Prometheus reads them. */
export interface Family {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** A sentence for whoever meets it on a dashboard. */
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** Never a person, a team or a meeting: each would be a series of its own, and nobody's business. */
export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  /** What comes behind the family's name, such as `_bucket`. */
  readonly suffix?: string;
  readonly labels?: Labels;
  readonly value: number;
}

export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** A family of one value without labels. */
export const single = (
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  value: number,
): Family => ({ name, type, help, samples: [{ value }] });

/** The text format of Prometheus, version 0.0.4. Families without a value are left out. */
export function exposition(families: readonly Family[]): string {
  const lines = families.flatMap(({ name, type, help, samples }) =>
    samples.length === 0
      ? []
      : [
          `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
          `# TYPE ${name} ${type}`,
          ...samples.map(
            ({ suffix = '', labels = {}, value }) =>
              `${name}${suffix}${inBraces(labels)} ${numeral(value)}`,
          ),
        ],
  );
  return `${lines.join('\n')}\n`;
}

function inBraces(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function numeral(value: number): string {
  if (value === Infinity) return '+Inf';
  if (value === -Infinity) return '-Inf';
  return String(value);
}
