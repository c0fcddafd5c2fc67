import fc from 'fast-check';
import { settingsList } from '../../../settings/list.ts';
import { readSettings, type Environment } from '../../../settings/read.ts';
import type { Setting } from '../../../settings/setting.ts';

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  // The kernel ends a value at the first; and no line can hold every sort of quotes.
  .filter((value) => !/[\p{Cc}`]/u.test(value) && value.trim() === value);

const secret = fc
  .string({ unit: 'grapheme-ascii', minLength: 32, maxLength: 60 })
  .filter((value) => !value.includes('`') && value.trim() === value);

const password = fc.stringMatching(/^[a-z0-9]{12,20}$/);

/** Any value that a setting takes, by how it says what it takes. */
function anyValue({ takes, default: otherwise }: Setting<unknown>): fc.Arbitrary<string> {
  const range = /from (\d+) to (\d+)/.exec(takes);
  if (range) {
    return fc.integer({ min: Number(range[1]), max: Number(range[2]) }).map(String);
  }
  if (takes.startsWith('at least')) return secret;
  if (takes === 'text' || takes === 'a folder') return text;
  if (takes.includes('password@')) {
    const example = /`(.+)`/.exec(takes)?.[1] ?? '';
    return password.map((word) => example.replace('password', word));
  }
  const written = [...takes.matchAll(/`([^`]+)`/g)].map(([, value]) => value ?? '');
  return fc.constantFrom(otherwise, ...written);
}

/** An environment with which a server starts. */
export const anySettings: fc.Arbitrary<Environment> = fc
  .record(
    Object.fromEntries(
      Object.values(settingsList).map((each) => [each.name, anyValue(each)] as const),
    ),
    { requiredKeys: [] },
  )
  .filter((environment) => {
    try {
      readSettings(environment);
      return true;
    } catch {
      // Two settings that do not go together, such as mails without an address for their links.
      return false;
    }
  });
