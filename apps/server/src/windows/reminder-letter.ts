import type { Phase } from '@rondo/meeting';
import type { Letter } from '../mail/letter.ts';

/** How long it is still open, in words that hold in every time zone. Null: not by the clock. */
export function left(language: 'en' | 'de', { window }: Phase, now: number): string | null {
  const closesAt = window?.closesAt ?? null;
  if (closesAt === null) return null;
  const minutes = Math.max(1, Math.round((closesAt - now) / 60_000));
  const [value, unit] =
    minutes < 120
      ? [minutes, 'minute' as const]
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), 'hour' as const]
        : [Math.round(minutes / 1_440), 'day' as const];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}

interface About {
  name: string;
  left: string | null;
}

/** Asks somebody for their part. */
export function reminder(language: 'en' | 'de', { name, left }: About, url: string): Letter {
  if (language === 'de') {
    return {
      language,
      subject: `„${name}“ wartet noch auf dich`,
      paragraphs: [
        'Dein Teil fehlt noch. Er dauert meist nur ein paar Minuten.',
        ...(left === null ? [] : [`Zeit ist noch: ${left}.`]),
      ],
      button: { label: 'Jetzt machen', url },
      footnote: 'Diese Erinnerung hast nur du bekommen. Wer sonst noch fehlt, erfährt niemand.',
    };
  }
  return {
    language,
    subject: `“${name}” is waiting for you`,
    paragraphs: [
      'Your part is still missing. It usually takes a few minutes.',
      ...(left === null ? [] : [`Time left: ${left}.`]),
    ],
    button: { label: 'Do it now', url },
    footnote: 'Only you got this reminder. Nobody is told who else is missing.',
  };
}
