import { useLingui } from '@lingui/react/macro';
import { Switch } from '@rondo/design';
import { useSend, useWaiting } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { setAnonymous } from '../domain/index.ts';
import { useCollect } from './useCollect.ts';

/** Whether cards get names. Anonymity can always be granted; once somebody has trusted in it, it stays. */
export function Names({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const { settings, state, phase: whole } = useCollect(phase);
  const isWaiting = useWaiting(phase, setAnonymous);
  const hasCards = Object.values(state.faceDown).some((count) => count > 0);
  const isKept = settings.anonymous && (hasCards || (whole.begun && whole.status !== 'open'));
  return (
    <Switch
      label={t`Without names`}
      hint={
        isKept
          ? t`People have written without names; that stays so.`
          : settings.anonymous
            ? t`No name is ever stored with a card.`
            : t`Cards show who wrote them once revealed.`
      }
      checked={settings.anonymous}
      disabled={isWaiting || isKept}
      onChange={(anonymous) => void send(phase, setAnonymous, { anonymous })}
    />
  );
}
