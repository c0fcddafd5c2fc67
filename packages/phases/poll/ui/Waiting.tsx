import { Plural, Trans } from '@lingui/react/macro';
import { Button, CardPile } from '@rondo/design';
import { useSend, useSteers, useView, useWaiting } from '@rondo/live/react';
import { peopleIn, type PhaseId } from '@rondo/meeting';
import { Eye } from 'lucide-react';
import { FEWEST_ANSWERS, revealAnswers } from '../domain/index.ts';
import { usePoll } from './usePoll.ts';
import styles from './Poll.module.css';

/** How many have answered, and for whoever facilitates the button that turns all answers over. */
export function Waiting({ phase }: { phase: PhaseId }) {
  const send = useSend();
  const steers = useSteers();
  const { status, settings, state } = usePoll(phase);
  const people = useView((view) => peopleIn(view.board).length);
  const isRevealing = useWaiting(phase, revealAnswers);
  const { answers, past } = state;
  const isTooFew = settings.anonymous && answers < FEWEST_ANSWERS;
  return (
    <div className={styles.waiting}>
      <CardPile
        hue="poll"
        count={answers}
        label={
          answers === 0 ? (
            <Trans>No answers yet</Trans>
          ) : answers >= people ? (
            <Trans>Everybody has answered</Trans>
          ) : (
            <Trans>
              {answers} of {people} have answered
            </Trans>
          )
        }
      />
      <div className={styles.lead}>
        {past.length > 0 && (
          <p className={styles.round}>
            <Trans>Round {past.length + 1}</Trans>
          </p>
        )}
        {steers && status === 'open' && (
          <>
            <Button
              icon={<Eye size={18} aria-hidden />}
              busy={isRevealing}
              disabled={answers === 0}
              onClick={() => void send(phase, revealAnswers, {})}
            >
              <Trans>Show the answers</Trans>
            </Button>
            {isTooFew && (
              <p className={styles.hint}>
                <Plural
                  value={FEWEST_ANSWERS}
                  one="Without names, something is shown from # answer on."
                  other="Without names, something is shown from # answers on."
                />
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
