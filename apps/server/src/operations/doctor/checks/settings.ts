import { effectiveSettings, type EffectiveSetting } from '../../../settings/effective.ts';
import { nearest } from '../../../settings/nearest.ts';
import { shown } from '../../../settings/shown.ts';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding } from '../finding.ts';
import { isPublic } from '../may-start.ts';

const id = 'settings';
/** Fewer different characters than this were not drawn by chance. */
const LEAST_CHARACTERS = 9;
/** Words of examples. */
const EXAMPLES = /change.?me|example|password|passwort|secret|default/i;

/** Every setting has the effect that whoever wrote it expects. */
export const settings: Check<DoctorContext> = {
  id,
  means: 'every setting has the value that was meant, and an effect',
  scope: 'machine',
  run: async ({ environment, settings: read }) => {
    const all = effectiveSettings(environment);
    const isSet = (name: string): boolean =>
      all.some((each) => each.name === name && each.source === 'environment');
    const wrong = [
      ...publicAddress(read),
      ...(isSet('RONDO_MAIL_FROM') && !isSet('SMTP_URL')
        ? [unused('RONDO_MAIL_FROM', 'there is no SMTP_URL')]
        : []),
      ...(isSet('RONDO_SECRET') && read.secret ? guessable('RONDO_SECRET', read.secret) : []),
      ...(read.metricsToken ? guessable('RONDO_METRICS_TOKEN', read.metricsToken) : []),
      ...misspelt(Object.keys(environment), all),
    ];
    const well = all.filter(({ name }) => !wrong.some(({ place }) => place === name));
    return [...wrong, ...well.map(inForce)];
  },
};

const inForce = (setting: EffectiveSetting): Finding =>
  finding(id, 'ok', {
    place: setting.name,
    measured: shown(setting),
    threshold: `from the ${setting.source}`,
    repair: '',
  });

function publicAddress(read: DoctorContext['settings']): Finding[] {
  if (!isPublic(read) || read.publicUrl?.startsWith('https:')) return [];
  return [
    finding(id, 'failure', {
      place: 'RONDO_PUBLIC_URL',
      measured: read.publicUrl ?? '',
      threshold:
        'an https address: without, everybody on the way reads what people write and signs in as they do',
      repair:
        'Put a proxy with a certificate in front (`deploy/Caddyfile` gets one by itself), and set RONDO_PUBLIC_URL=https://…',
    }),
  ];
}

const unused = (place: string, because: string): Finding =>
  finding(id, 'warning', {
    place,
    measured: `has no effect: ${because}`,
    threshold: 'an effect',
    repair: `Unset ${place}, or set what it needs.`,
  });

function guessable(place: string, value: string): Finding[] {
  if (new Set(value).size >= LEAST_CHARACTERS && !EXAMPLES.test(value)) return [];
  return [
    finding(id, 'failure', {
      place,
      measured: 'looks like an example',
      threshold: 'drawn by chance',
      repair: `\`${place}=$(openssl rand -hex 32)\``,
    }),
  ];
}

/** Others have variables of their own, such as `SITE_URL`. */
const startsAs = (name: string, known: string): boolean => {
  const [word = known] = known.split('_');
  return name.startsWith(word);
};

/** Those that begin with RONDO_ stop the start already. */
function misspelt(names: readonly string[], all: readonly EffectiveSetting[]): Finding[] {
  // Short names have too many neighbours.
  const known = all
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('RONDO_') && name.length > 6);
  return names
    .filter((name) => !known.includes(name) && known.some((each) => startsAs(name, each)))
    .flatMap((name) => {
      const meant = nearest(name, known);
      if (!meant) return [];
      return [
        finding(id, 'warning', {
          place: name,
          measured: 'not a setting of Rondo',
          threshold: `perhaps ${meant}`,
          repair: `If it is for Rondo, call it ${meant}.`,
        }),
      ];
    });
}
