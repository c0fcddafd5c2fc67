import { Trans } from '@lingui/react/macro';
import { Button, CardPile } from '@rondo/design';
import { useSend, useSteers, useView, useWaiting } from '@rondo/live/react';
import { peopleIn, type PhaseId } from '@rondo/meeting';
import { Eye } from 'lucide-react';
import { revealRanking } from '../domain/index.ts';
import { useRank } from './useRank.ts';
import styles from './Rank.module.css';

/** How many have ranked, and for whoever facilitates the button that puts all hands together. */
export function Waiting({ phase }: { phase: PhaseId }) {
  const send = useSend();
  const steers = useSteers();
  const { status, state } = useRank(phase);
  const people = useView((view) => peopleIn(view.board).length);
  const isRevealing = useWaiting(phase, revealRanking);
  const { answers } = state;
  return (
    <div className={styles.waiting}>
      <CardPile
        hue="rank"
        count={answers}
        label={
          answers === 0 ? (
            <Trans>Nobody has ranked yet</Trans>
          ) : answers >= people ? (
            <Trans>Everybody has ranked</Trans>
          ) : (
            <Trans>
              {answers} of {people} have ranked
            </Trans>
          )
        }
      />
      {steers && status === 'open' && (
        <Button
          icon={<Eye size={18} aria-hidden />}
          busy={isRevealing}
          disabled={answers === 0}
          onClick={() => void send(phase, revealRanking, {})}
        >
          <Trans>Put it together</Trans>
        </Button>
      )}
    </div>
  );
}
