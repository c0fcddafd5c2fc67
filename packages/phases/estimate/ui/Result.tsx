import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Badge, Button } from '@rondo/design';
import { useMe, useView } from '@rondo/live/react';
import { nameOf, peopleIn, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { RotateCcw } from 'lucide-react';
import { useAct } from '../../parts/index.ts';
import {
  ballotOf,
  dimensionOf,
  outliersOf,
  pilesOf,
  proposalOf,
  spreadOf,
  UNSURE,
  voteAgain,
  type Place,
} from '../domain/index.ts';
import { Score } from './Score.tsx';
import { resultId, useEstimate } from './useEstimate.ts';
import { useValueWords } from './useValueWords.ts';
import styles from './Result.module.css';

interface Props {
  phase: PhaseId;
  place: Place;
  shown: Readonly<Record<ParticipantId, string>>;
  steers: boolean;
}

/** The cards turned over: who picked what, lowest first, what is far apart, and what it comes to. */
export function Result({ phase, place, shown, steers }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const me = useMe();
  const board = useView((view) => view.board);
  const valueWords = useValueWords();
  const { status, settings, state } = useEstimate(phase);
  const story = state.stories[place.story];
  if (!story) return null;
  const ballot = ballotOf(story, place.dimension);
  const { scale } = dimensionOf(settings, place.dimension);
  const piles = pilesOf(scale, shown);
  const proposal = proposalOf(scale, shown);
  const { low, high } = outliersOf(scale, shown);
  const most = Math.max(1, ...piles.map(({ people }) => people.length));
  const without = peopleIn(board).filter(
    (person) => ballot.seated[person] && !shown[person] && state.spectators[person] !== true,
  );
  const name = (person: ParticipantId): string => (person === me ? t`You` : nameOf(board, person));
  const isAgreed = proposal !== null && spreadOf(scale, shown) === 0 && piles.length === 1;
  return (
    <section id={resultId(phase)} className={styles.result} aria-label={t`The cards`} tabIndex={-1}>
      <ol className={styles.piles}>
        {piles.map(({ value, people }) => (
          <li
            key={value}
            className={styles.pile}
            data-proposed={value === proposal?.value ? '' : undefined}
          >
            <span className={styles.value} aria-label={valueWords(value)}>
              {value === UNSURE ? UNSURE : valueWords(value)}
            </span>
            <span
              className={styles.bar}
              style={{ inlineSize: `${(people.length / most) * 100}%` }}
              aria-hidden
            />
            <span className={styles.count}>{people.length}</span>
            <ul className={styles.people}>
              {people.map((person) => (
                <li key={person} data-mine={person === me ? '' : undefined}>
                  <Avatar name={nameOf(board, person)} seed={person} size={24} silent />
                  {name(person)}
                </li>
              ))}
              {(value === low?.value || value === high?.value) && (
                <li>
                  <Badge tone="warn">
                    {value === low?.value ? <Trans>lowest</Trans> : <Trans>highest</Trans>}
                  </Badge>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ol>
      <p className={styles.words}>
        {isAgreed && <Trans>Everybody agrees.</Trans>}
        {(low || high) && (
          <Trans>Far apart. Let those with the lowest and the highest card say why.</Trans>
        )}{' '}
        {without.length > 0 && (
          <span className={styles.small}>
            <Trans>No card:</Trans> {without.map(name).join(', ')}
          </span>
        )}
      </p>
      <Score phase={phase} place={place} proposal={proposal} steers={steers}>
        {steers && status === 'open' && (
          <Button
            icon={<RotateCcw size={17} aria-hidden />}
            onClick={() => void act(voteAgain, { ...place, round: ballot.round })}
          >
            <Trans>Vote again</Trans>
          </Button>
        )}
      </Score>
    </section>
  );
}
