import { settingsList } from '../../settings/list.ts';
import { shown, table } from '../../settings/shown.ts';

/** One setting of a server. */
export interface ComparedSetting {
  readonly name: string;
  /** As one would write it; empty: not set. */
  readonly value: string;
  readonly secret: boolean;
  readonly ofThisMachine: boolean;
  /** How to show it, where the value is not known. */
  readonly shown?: string;
}

export interface Difference {
  readonly name: string;
  /** As they may be shown: of secrets, a fingerprint. */
  readonly there: string;
  readonly here: string;
}

export interface Differences {
  /** That a move must not have. */
  readonly counted: readonly Difference[];
  /** Paths, ports and the like, which belong to one machine. */
  readonly expected: readonly Difference[];
}

/**
 * What is effective there and here and is not the same. A setting that one of them does not know, as it
 * comes from another release, has its default there.
 * @param ignored names that do not count, beside those that belong to one machine
 */
export function differences(
  there: readonly ComparedSetting[],
  here: readonly ComparedSetting[],
  ignored: readonly string[] = [],
): Differences {
  const names = new Set([...there, ...here].map(({ name }) => name));
  const found = [...names].flatMap((name) => {
    const [old, own] = [find(there, name), find(here, name)];
    if (old.value === own.value) return [];
    const secret = old.secret || own.secret;
    const difference = {
      name,
      there: old.shown ?? shown({ ...old, secret }),
      here: own.shown ?? shown({ ...own, secret }),
    };
    return [
      { difference, isExpected: old.ofThisMachine || own.ofThisMachine || ignored.includes(name) },
    ];
  });
  return {
    counted: found.filter(({ isExpected }) => !isExpected).map(({ difference }) => difference),
    expected: found.filter(({ isExpected }) => isExpected).map(({ difference }) => difference),
  };
}

function find(settings: readonly ComparedSetting[], name: string): ComparedSetting {
  const found = settings.find((setting) => setting.name === name);
  if (found) return found;
  const known = Object.values(settingsList).find((setting) => setting.name === name);
  return {
    name,
    value: known?.default ?? '',
    secret: known?.secret ?? false,
    ofThisMachine: known?.ofThisMachine ?? false,
  };
}

/** For a terminal; empty when all is the same. */
export function differencesShown({ counted, expected }: Differences): string {
  const rows = (all: readonly Difference[]): string =>
    table([
      ['Setting', 'There', 'Here'],
      ...all.map(({ name, there, here }) => [name, there, here]),
    ]);
  return [
    ...(counted.length > 0 ? [rows(counted)] : []),
    ...(expected.length > 0
      ? [`Of one machine each, and expected to differ:\n${rows(expected)}`]
      : []),
  ].join('\n\n');
}
