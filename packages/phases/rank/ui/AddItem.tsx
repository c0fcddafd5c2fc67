import { useLingui } from '@lingui/react/macro';
import { newId } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { AddLine, useAct, useDraft } from '../../parts/index.ts';
import { addItem, LONGEST_ITEM } from '../domain/index.ts';

/** One more thing to rank. */
export function AddItem({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const act = useAct(phase);
  return (
    <AddLine
      draft={useDraft(phase, 'item')}
      label={t`One more item`}
      limit={LONGEST_ITEM}
      add={(text) => act(addItem, { id: newId<'item'>(), text })}
    />
  );
}
