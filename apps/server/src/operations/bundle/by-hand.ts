import type { Bundle } from './bundle.ts';
import { missingLines } from './files.ts';
import { lowerLimits } from './limits.ts';

/** What no import can do: the exact lines for whoever has the rights to. */
export function byHand(
  there: Bundle,
  here: Pick<Bundle, 'limits' | 'files' | 'versions'>,
): string[] {
  const limits = lowerLimits(there.limits, here.limits).map(
    ({ name, there: old, here: own, repair }) => {
      const now = own === undefined ? 'unknown' : own.toLocaleString('en');
      return `${name}: ${old.toLocaleString('en')} there, ${now} here.${repair ? `\n  ${repair}` : ''}`;
    },
  );
  const files = missingLines(there.files, here.files).map(
    ({ path, lines }) =>
      `${path}: lines that are not in this machine's file.\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
  const versions = Object.entries(there.versions)
    .filter(([name, version]) => here.versions[name] !== version)
    .map(
      ([name, version]) =>
        `${name}: ${version} there, ${here.versions[name] ?? 'none known'} here.`,
    );
  return [...limits, ...files, ...versions];
}

/** A text that may be shown, also when a line of a configuration file holds one of the secrets. */
export function withoutSecrets(text: string, { settings }: Pick<Bundle, 'settings'>): string {
  return settings
    .filter(({ secret, value }) => secret && value !== '')
    .flatMap(({ value }) => [value, ...passwordsOf(value)])
    .sort((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replaceAll(secret, '(secret)'), text);
}

function passwordsOf(value: string): string[] {
  const password = URL.parse(value)?.password ?? '';
  if (password === '') return [];
  return [password, decodeURIComponent(password)];
}
