import type { Letter } from '../mail/letter.ts';

type Language = 'en' | 'de';

/** The mails about the end of an account. */
export const erasureLetters = {
  code: (language: Language, code: string): Letter =>
    ({
      en: {
        language,
        subject: `${code} is your code`,
        paragraphs: [
          'You want to have your account at Rondo erased. Type this code there within 30 minutes:',
          code,
        ],
        footnote:
          'You did not ask for it? Then somebody is signed in as you: sign out everywhere on your account’s page.',
      },
      de: {
        language,
        subject: `${code} ist dein Code`,
        paragraphs: [
          'Du möchtest dein Konto bei Rondo löschen lassen. Gib dort innerhalb von 30 Minuten diesen Code ein:',
          code,
        ],
        footnote:
          'Du hast nicht darum gebeten? Dann ist jemand als du angemeldet: Melde dich auf der Seite deines Kontos überall ab.',
      },
    })[language],
};
