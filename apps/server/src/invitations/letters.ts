import type { Letter } from '../mail/letter.ts';

export type Language = 'en' | 'de';

interface Facts {
  by: string;
  team: string;
  meeting: string | null;
  url: string;
}

/** The mail that invites somebody into a team, and on into a meeting that is running. */
export function invitationLetter(language: Language, { by, team, meeting, url }: Facts): Letter {
  if (language === 'de') {
    return {
      language,
      subject:
        meeting === null
          ? `${by} lädt dich ins Team ${team} ein`
          : `${by} lädt dich in „${meeting}“ ein`,
      paragraphs: [
        meeting === null
          ? `${by} möchte mit dir im Team ${team} Meetings halten.`
          : `„${meeting}“ läuft gerade. Mit dem Link bist du in zwei Klicks dabei und gehörst zum Team ${team}.`,
      ],
      button: { label: 'Mitmachen', url },
      footnote:
        'Die Einladung gilt 30 Tage und nur einmal. Du kennst niemanden dort? Dann lass diese Mail einfach liegen.',
    };
  }
  return {
    language,
    subject:
      meeting === null ? `${by} invites you into ${team}` : `${by} invites you into “${meeting}”`,
    paragraphs: [
      meeting === null
        ? `${by} would like to hold meetings with you in the team ${team}.`
        : `“${meeting}” is running right now. The link brings you in with two clicks, as a member of ${team}.`,
    ],
    button: { label: 'Join', url },
    footnote:
      'The invitation works once, for 30 days. You know nobody there? Then leave this mail alone.',
  };
}
