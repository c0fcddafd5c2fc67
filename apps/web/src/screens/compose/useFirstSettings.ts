import { useLingui } from '@lingui/react/macro';
import { settingsOf } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';

/** What a step of each kind begins with: something that could be played as it is. */
export function useFirstSettings(): (kind: string) => Record<string, unknown> {
  const { t } = useLingui();
  const first: Readonly<Record<string, object>> = {
    collect: {
      prompts: [
        { id: 'p1', hue: 'moss', title: t`What goes well` },
        { id: 'p2', hue: 'clay', title: t`What could be better` },
      ],
    },
    rate: { statements: [{ id: 's1', text: t`I can do my best work here` }] },
  };
  return (kind) => {
    const known = phases[kind];
    return known ? { ...settingsOf(known, first[kind]) } : {};
  };
}
