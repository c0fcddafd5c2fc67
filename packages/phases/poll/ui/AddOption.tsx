import { useLingui } from '@lingui/react/macro';
import { newId } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { AddLine, useAct, useDraft } from '../../parts/index.ts';
import { addOption, LONGEST_OPTION } from '../domain/index.ts';

/** One more thing to choose from. */
export function AddOption({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const act = useAct(phase);
  return (
    <AddLine
      draft={useDraft(phase, 'option')}
      label={t`One more option`}
      limit={LONGEST_OPTION}
      add={(text) => act(addOption, { id: newId<'option'>(), text })}
    />
  );
}
