import { CannotStart } from '../cannot-start.ts';
import { settingsList, type Settings } from './list.ts';
import { nearest } from './nearest.ts';
import { WrongValue } from './setting.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings in force. Throws `CannotStart` that names every mistake at once: an unknown
 * `RONDO_*`, a wrong value, or two settings that do not go together.
 */
export function readSettings(environment: Environment): Settings {
  const mistakes = unknownNames(environment);
  const settings: Record<string, unknown> = {};
  for (const [key, { name, default: otherwise, read }] of Object.entries(settingsList)) {
    try {
      settings[key] = read(environment[name]?.trim() || otherwise);
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      mistakes.push(`${name} ${error.message}`);
    }
  }
  if (mistakes.length === 0 && settings['smtpUrl'] && !settings['publicUrl']) {
    mistakes.push(
      'SMTP_URL needs RONDO_PUBLIC_URL, so that links in mails lead here: set it to the address people use, such as https://rondo.example.org.',
    );
  }
  if (mistakes.length === 0) mistakes.push(...unpaidFor(settings));
  if (mistakes.length > 0) throw new CannotStart(mistakes.join('\n'));
  // Every key of the list was read just now by the reader that gives it its type.
  return settings as Settings;
}

/** Payment needs all of its settings, or none. */
function unpaidFor(settings: Readonly<Record<string, unknown>>): string[] {
  if (settings['stripeKey'] === undefined) return [];
  const missing = [
    settings['plans'] === 'on' ? null : 'RONDO_PLANS=on',
    settings['stripeWebhookSecret'] === undefined ? 'RONDO_STRIPE_WEBHOOK_SECRET' : null,
    settings['stripePriceTeam'] === undefined ? 'RONDO_STRIPE_PRICE_TEAM' : null,
  ].filter((name) => name !== null);
  return missing.length === 0
    ? []
    : [
        `RONDO_STRIPE_KEY needs ${missing.join(', ')} as well: docs/plans.md tells where to find them.`,
      ];
}

function unknownNames(environment: Environment): string[] {
  const known: string[] = Object.values(settingsList).map(({ name }) => name);
  return Object.keys(environment)
    .filter((name) => name.startsWith('RONDO_') && !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      const remedy = meant
        ? `did you mean ${meant}?`
        : 'unset it; docs/settings.md lists them all.';
      return `There is no setting ${name}: ${remedy}`;
    });
}
