import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, IconButton } from '@rondo/design';
import { useMe, usePeople, useSend, useSteers, useView } from '@rondo/live/react';
import { nameOf, peopleIn, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { ArrowDown, ArrowUp, PenLine } from 'lucide-react';
import { moveTurn } from '../domain/index.ts';
import { useUpdates } from './useUpdates.ts';
import styles from './Order.module.css';

interface Props {
  phase: PhaseId;
  viewing: ParticipantId | null;
  onLook: (person: ParticipantId) => void;
}

/** Who comes when, who has spoken and who has written; a press looks at somebody. */
export function Order({ phase, viewing, onLook }: Props) {
  const { t } = useLingui();
  const me = useMe();
  const send = useSend();
  const steers = useSteers();
  const present = usePeople();
  const board = useView((view) => view.board);
  const { status, state } = useUpdates(phase);
  const { order, current, had } = state.turns;
  const inside = peopleIn(board);
  const known = order.filter((person) => board.people[person]?.state === 'in');
  // Whoever came after the draw gets a place at the end of a turn.
  const all = [...known, ...inside.filter((person) => !order.includes(person))];
  const canMove = steers && status === 'open';
  const move = (index: number, by: 1 | -1): void => {
    const person = known[index];
    if (index + by < 0) return;
    const behind = by === 1 ? known[index + 1] : (known[index - 2] ?? null);
    if (person && behind !== undefined) void send(phase, moveTurn, { person, behind });
  };
  const words = (person: ParticipantId): string => {
    if (person === current) return t`has the turn`;
    if (had[person] === 'spoke') return t`has spoken`;
    if (had[person] === 'passed') return t`passed`;
    return person === me || present[person] !== undefined ? t`to come` : t`away`;
  };
  return (
    <nav className={styles.order} aria-label={t`The round`}>
      <h3 className={styles.title}>
        <Trans>The round</Trans>
      </h3>
      <ol className={styles.list}>
        {all.map((person, index) => {
          const name = nameOf(board, person);
          return (
            <li
              key={person}
              className={styles.place}
              data-now={person === current ? '' : undefined}
              data-had={had[person]}
            >
              <button
                type="button"
                className={styles.look}
                aria-current={person === viewing ? 'true' : undefined}
                onClick={() => onLook(person)}
              >
                <Avatar
                  name={name}
                  seed={person}
                  size={30}
                  dim={words(person) === t`away`}
                  silent
                />
                <span className={styles.person}>
                  {person === me ? t`${name} (you)` : name}
                  <small className={styles.state}>{words(person)}</small>
                </span>
                {state.texts[person] !== undefined && (
                  <PenLine role="img" aria-label={t`has written`} size={15} />
                )}
              </button>
              {/* At either end an arrow stays as it is, so that it keeps the focus. */}
              {canMove && index < known.length && (
                <span className={styles.move}>
                  <IconButton
                    size="s"
                    label={t`Move ${name} up`}
                    icon={<ArrowUp size={16} />}
                    aria-disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <IconButton
                    size="s"
                    label={t`Move ${name} down`}
                    icon={<ArrowDown size={16} />}
                    aria-disabled={index === known.length - 1}
                    onClick={() => move(index, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
