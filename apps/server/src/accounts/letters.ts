import type { Letter } from '../mail/letter.ts';

export type Language = 'en' | 'de';

/** The mails about accounts. Each works once and for an hour (`LINK_SECONDS`). */
export const letters = {
  signUp: (language: Language, url: string): Letter =>
    ({
      en: {
        language,
        subject: 'Your account at Rondo',
        paragraphs: ['You asked for an account. Open this within an hour, and you are in:'],
        button: { label: 'Start', url },
        footnote:
          'It was not you? Then leave this mail alone: without the link there will be no account.',
      },
      de: {
        language,
        subject: 'Dein Konto bei Rondo',
        paragraphs: [
          'Du hast um ein Konto gebeten. Öffne das innerhalb einer Stunde, dann bist du drin:',
        ],
        button: { label: 'Loslegen', url },
        footnote:
          'Das warst nicht du? Dann lass diese Mail einfach liegen: Ohne den Link entsteht kein Konto.',
      },
    })[language],

  signUpKnown: (language: Language, url: string): Letter =>
    ({
      en: {
        language,
        subject: 'You already have an account at Rondo',
        paragraphs: [
          'Somebody, probably you, just asked for an account with this address. You have one already: this link signs you in, once, within an hour.',
        ],
        button: { label: 'Sign in', url },
        footnote: 'It was not you? Then leave this mail alone: nothing has changed.',
      },
      de: {
        language,
        subject: 'Du hast schon ein Konto bei Rondo',
        paragraphs: [
          'Gerade hat jemand, vermutlich du, mit dieser Adresse um ein Konto gebeten. Du hast schon eins: Dieser Link meldet dich an, einmal und innerhalb einer Stunde.',
        ],
        button: { label: 'Anmelden', url },
        footnote:
          'Das warst nicht du? Dann lass diese Mail einfach liegen: Es hat sich nichts geändert.',
      },
    })[language],

  signIn: (language: Language, url: string): Letter =>
    ({
      en: {
        language,
        subject: 'Sign in to Rondo',
        paragraphs: ['Here is your link. It works once, within an hour.'],
        button: { label: 'Sign in', url },
        footnote:
          'You did not ask for it? Then leave this mail alone: nobody gets in without the link.',
      },
      de: {
        language,
        subject: 'Bei Rondo anmelden',
        paragraphs: ['Hier ist dein Link. Er funktioniert einmal, innerhalb einer Stunde.'],
        button: { label: 'Anmelden', url },
        footnote:
          'Du hast nicht darum gebeten? Dann lass diese Mail einfach liegen: Ohne den Link kommt niemand hinein.',
      },
    })[language],

  signInUnknown: (language: Language, url: string): Letter =>
    ({
      en: {
        language,
        subject: 'There is no account with this address',
        paragraphs: [
          'Somebody, probably you, wanted to sign in to Rondo with this address. There is no account with it. Perhaps you used another address; or make an account now.',
        ],
        button: { label: 'Make an account', url },
        footnote: 'It was not you? Then leave this mail alone.',
      },
      de: {
        language,
        subject: 'Zu dieser Adresse gibt es kein Konto',
        paragraphs: [
          'Jemand, vermutlich du, wollte sich mit dieser Adresse bei Rondo anmelden. Dazu gibt es kein Konto. Vielleicht war es eine andere Adresse; oder leg jetzt eins an.',
        ],
        button: { label: 'Konto anlegen', url },
        footnote: 'Das warst nicht du? Dann lass diese Mail einfach liegen.',
      },
    })[language],

  resetPassword: (language: Language, url: string): Letter =>
    ({
      en: {
        language,
        subject: 'A new password for Rondo',
        paragraphs: [
          'With this link you set a new password. It works once, within an hour. All devices are signed out then.',
        ],
        button: { label: 'Set a new password', url },
        footnote:
          'You did not ask for it? Then leave this mail alone: your password stays as it is.',
      },
      de: {
        language,
        subject: 'Ein neues Passwort für Rondo',
        paragraphs: [
          'Mit diesem Link setzt du ein neues Passwort. Er funktioniert einmal, innerhalb einer Stunde. Danach sind alle Geräte abgemeldet.',
        ],
        button: { label: 'Neues Passwort setzen', url },
        footnote:
          'Du hast nicht darum gebeten? Dann lass diese Mail einfach liegen: Dein Passwort bleibt, wie es ist.',
      },
    })[language],
};
