import type { Letter } from '../mail/letter.ts';

interface Facts {
  name: string;
  team: string;
  url: string;
}

/** The mail that says that a planned meeting has begun. */
export function begunLetter(language: 'en' | 'de', { name, team, url }: Facts): Letter {
  if (language === 'de') {
    return {
      language,
      subject: `Es geht los: „${name}“`,
      paragraphs: [`„${name}“ von ${team} hat begonnen.`],
      button: { label: 'Zum Meeting', url },
      footnote: `Du bekommst das, weil du zum Team ${team} gehörst. Wer den Termin ändert, kann diese Mail abschalten.`,
    };
  }
  return {
    language,
    subject: `It has begun: “${name}”`,
    paragraphs: [`“${name}” of ${team} has begun.`],
    button: { label: 'Go to the meeting', url },
    footnote: `You get this because you are in the team ${team}. Whoever edits the schedule can switch this mail off.`,
  };
}
