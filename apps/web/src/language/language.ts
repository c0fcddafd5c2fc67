import { i18n, type Messages } from '@lingui/core';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language's name in itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const KEY = 'rondo.language';

type Catalog = Record<Language, () => Promise<{ messages: Messages }>>;

/** On the way to the first card. Which words are in which catalog says `lingui.config.ts`. */
const first: Catalog = {
  en: () => import('../locales/en.po'),
  de: () => import('../locales/de.po'),
};
/** Everything else. */
const later: Catalog = {
  en: () => import('../locales/later/en.po'),
  de: () => import('../locales/later/de.po'),
};

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((each) => each === value);

const shownLanguage = (): Language => (isLanguage(i18n.locale) ? i18n.locale : 'en');

/** What was chosen here before, else the first of the browser's languages that exists. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(KEY);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((each) => each.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** Set as soon as somebody needs them. */
let laterWords: Promise<void> | null = null;
let hasLater = false;

/** True once the words outside of the way to the first card are there. */
export const hasLaterWords = (): boolean => hasLater;

/** Loads the words outside of the way to the first card; every screen there waits for them. */
export function loadLaterWords(): Promise<void> {
  laterWords ??= addLaterWords().catch((error: unknown) => {
    // The next who needs them tries again.
    laterWords = null;
    throw error;
  });
  return laterWords;
}

async function addLaterWords(): Promise<void> {
  const language = shownLanguage();
  const { messages } = await later[language]();
  i18n.load(language, messages);
  hasLater = true;
}

/** Loads a language's texts and shows them. */
export async function showLanguage(language: Language): Promise<void> {
  const needed = laterWords ? [first, later] : [first];
  const loaded = await Promise.all(needed.map((catalog) => catalog[language]()));
  for (const { messages } of loaded) i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Shows a language and remembers it in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await showLanguage(language);
}
