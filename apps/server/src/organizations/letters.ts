import type { Letter } from '../mail/letter.ts';

type Language = 'en' | 'de';

interface Facts {
  readonly by: string;
  readonly organization: string;
  readonly domain: string;
  readonly url: string;
}

/** To an address of a domain: shows that somebody of the organization reads mail there. */
export function domainLetter(language: Language, { by, organization, domain, url }: Facts): Letter {
  return {
    en: {
      language,
      subject: `Does ${domain} belong to ${organization}?`,
      paragraphs: [
        `${by} says that ${domain} is a mail domain of ${organization}. Whoever has an address there can then be let into it at Rondo without an invitation.`,
        'Is that right? Open this within a day, signed in to Rondo as somebody who manages the organization:',
      ],
      button: { label: 'Confirm the domain', url },
      footnote: 'You know nothing of this? Then leave this mail alone: nothing happens without it.',
    },
    de: {
      language,
      subject: `Gehört ${domain} zu ${organization}?`,
      paragraphs: [
        `${by} sagt, dass ${domain} eine Mail-Domain von ${organization} ist. Wer dort eine Adresse hat, kann dann ohne Einladung bei Rondo dazukommen.`,
        'Stimmt das? Öffne das innerhalb eines Tages, angemeldet bei Rondo als jemand, der die Organisation verwaltet:',
      ],
      button: { label: 'Domain bestätigen', url },
      footnote:
        'Du weißt nichts davon? Dann lass diese Mail einfach liegen: Ohne sie passiert nichts.',
    },
  }[language] satisfies Letter;
}
