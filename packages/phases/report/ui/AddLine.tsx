import { useLingui } from '@lingui/react/macro';
import { newId } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { AddLine as Line, useAct, useDraft } from '../../parts/index.ts';
import { addEntry, LONGEST_ENTRY } from '../domain/index.ts';

/** One more line for a section. */
export function AddLine({ phase, section }: { phase: PhaseId; section: string }) {
  const { t } = useLingui();
  const act = useAct(phase);
  return (
    <Line
      draft={useDraft(phase, `line ${section}`)}
      label={t`New line`}
      placeholder={t`One more line…`}
      limit={LONGEST_ENTRY}
      add={(text) => act(addEntry, { id: newId<'entry'>(), section, text })}
    />
  );
}
