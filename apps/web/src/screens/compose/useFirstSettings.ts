import { useLingui } from '@lingui/react/macro';
import { firstSettings } from './firstSettings.ts';

/** What a step of each kind begins with, in words of the person's language. */
export function useFirstSettings(): (kind: string) => Record<string, unknown> {
  const { t } = useLingui();
  const words = {
    well: t`What goes well`,
    better: t`What could be better`,
    statement: t`I can do my best work here`,
  };
  return (kind) => firstSettings(kind, words);
}
