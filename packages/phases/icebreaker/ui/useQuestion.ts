import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useWords } from '../../parts/index.ts';
import type { Question } from '../domain/index.ts';

type Set = readonly string[];

const loaders: Record<string, () => Promise<{ questions: Set }>> = {
  de: () => import('../questions/de.ts'),
  en: () => import('../questions/en.ts'),
};

/** The question in the viewer's language; null while the set of that language is on its way. */
export function useQuestion(question: Question): string | null {
  const words = useWords();
  const { i18n } = useLingui();
  const language = i18n.locale.startsWith('de') ? 'de' : 'en';
  const [loaded, setLoaded] = useState<{ language: string; set: Set } | null>(null);
  const isFromSet = 'set' in question;
  useEffect(() => {
    if (!isFromSet) return undefined;
    let isWanted = true;
    const show = ({ questions }: { questions: Set }): void => {
      if (isWanted) setLoaded({ language, set: questions });
    };
    loaders[language]?.().then(show, (problem: unknown) => reportError(problem));
    return () => {
      isWanted = false;
    };
  }, [language, isFromSet]);
  if (!isFromSet) return words(question.own);
  return loaded?.language === language ? (loaded.set[question.set] ?? '…') : null;
}
