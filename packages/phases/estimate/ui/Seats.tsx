import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@rondo/design';
import { useMe, usePeople, useView, useWaiting } from '@rondo/live/react';
import { nameOf, peopleIn, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { Check, Eye } from 'lucide-react';
import { useAct } from '../../parts/index.ts';
import { ballotOf, hasCards, reveal, type Place } from '../domain/index.ts';
import { Score } from './Score.tsx';
import { useEstimate } from './useEstimate.ts';
import styles from './Seats.module.css';

interface Props {
  phase: PhaseId;
  place: Place;
  isLed: boolean;
  steers: boolean;
}

/** Who has a card on the table, face down; whoever has not, has an empty place. */
export function Seats({ phase, place, isLed, steers }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const me = useMe();
  const others = usePeople();
  const board = useView((view) => view.board);
  const isRevealing = useWaiting(phase, reveal);
  const { status, state } = useEstimate(phase);
  const story = state.stories[place.story];
  if (!story) return null;
  const ballot = ballotOf(story, place.dimension);
  const isHere = (person: ParticipantId): boolean => person === me || others[person] !== undefined;
  const people = peopleIn(board);
  const has = (person: ParticipantId): boolean => ballot.picked[person] === true;
  // Somebody who has left without a card is not waited for.
  const players = people.filter(
    (person) => state.spectators[person] !== true && (has(person) || isHere(person)),
  );
  const watching = people.filter((person) => state.spectators[person] === true && isHere(person));
  const count = players.filter(has).length;
  return (
    <section className={styles.table} aria-label={t`The table`}>
      <ul className={styles.seats}>
        {players.map((person) => (
          <li key={person} className={styles.seat}>
            <span className={styles.card} data-picked={has(person) ? '' : undefined} aria-hidden>
              {has(person) && <Check size={20} strokeWidth={2.4} />}
            </span>
            <span className={styles.name}>
              {person === me ? t`You` : nameOf(board, person)}
              <span className="visually-hidden">
                {': '}
                {has(person) ? t`has picked` : t`has not picked yet`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.line}>
        <p className={styles.count}>
          {count === 0 ? (
            <Trans>Nobody has picked yet.</Trans>
          ) : (
            <Trans>
              {count} of {players.length} have picked.
            </Trans>
          )}{' '}
          {watching.length > 0 && (
            <span className={styles.watching}>
              <Trans>Looking on:</Trans> {watching.map((each) => nameOf(board, each)).join(', ')}
            </span>
          )}
          {ballot.round > 1 && (
            <span className={styles.watching}>
              {' '}
              <Plural value={ballot.round} one="Round #" other="Round #" />
            </span>
          )}
        </p>
        {steers && isLed && status === 'open' && (
          <Button
            tone="primary"
            icon={<Eye size={18} aria-hidden />}
            busy={isRevealing}
            disabled={!hasCards(board, ballot)}
            onClick={() => void act(reveal, { which: { ...place, round: ballot.round } })}
          >
            <Trans>Show the cards</Trans>
          </Button>
        )}
      </div>
      {ballot.score !== null && (
        <Score phase={phase} place={place} proposal={null} steers={steers} />
      )}
    </section>
  );
}
