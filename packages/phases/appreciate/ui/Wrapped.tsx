import { Plural, Trans } from '@lingui/react/macro';
import { Button, CardPile } from '@rondo/design';
import { useSend, useSteers, useWaiting } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Gift } from 'lucide-react';
import { revealAll, revealOne } from '../domain/index.ts';
import { useAppreciate } from './useAppreciate.ts';
import styles from './Appreciate.module.css';

/** How many are still wrapped, and the ribbon to pull. */
export function Wrapped({ phase }: { phase: PhaseId }) {
  const send = useSend();
  const steers = useSteers();
  const { status, settings, state } = useAppreciate(phase);
  const isOne = useWaiting(phase, revealOne);
  const isAll = useWaiting(phase, revealAll);
  if (!settings.secret || status !== 'open') return null;
  const isBusy = isOne || isAll;
  return (
    <div className={styles.wrapped}>
      <CardPile
        hue="appreciate"
        count={state.wrapped}
        label={
          state.wrapped === 0 ? (
            <Trans>Nothing is wrapped yet</Trans>
          ) : (
            <Plural
              value={state.wrapped}
              one="# thank-you, wrapped"
              other="# thank-yous, wrapped"
            />
          )
        }
      />
      {steers && (
        <div className={styles.steer}>
          <Button
            icon={<Gift size={18} aria-hidden />}
            busy={isOne}
            disabled={state.wrapped === 0 || isBusy}
            onClick={() => void send(phase, revealOne, {})}
          >
            <Trans>Unwrap one</Trans>
          </Button>
          <Button
            tone="quiet"
            busy={isAll}
            disabled={state.wrapped === 0 || isBusy}
            onClick={() => void send(phase, revealAll, {})}
          >
            <Trans>Unwrap all</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
