import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Avatar, Button } from '@rondo/design';
import { useMe, usePeople, useSend, useSteers, useView, useWaiting } from '@rondo/live/react';
import { nameOf, peopleIn, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { Check, Play, Shuffle } from 'lucide-react';
import { useChange } from '../../parts/index.ts';
import { endTurn, giveTurn, startTurns } from '../domain/index.ts';
import { useIcebreaker } from './useIcebreaker.ts';
import styles from './Turns.module.css';

/** Whose turn it is, who has had one, who comes next. */
export function Turns({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const me = useMe();
  const send = useSend();
  const steers = useSteers();
  const board = useView((view) => view.board);
  const { status, state } = useIcebreaker(phase);
  const isStarting = useWaiting(phase, startTurns);
  const { order, current, had } = state.turns;
  useChange(current, () => {
    if (current === null) {
      if (status === 'open') announce(t`Everybody has had a turn.`);
    } else
      announce(current === me ? t`It is your turn.` : t`${nameOf(board, current)} has the turn.`);
  });
  if (status !== 'open' && order.length === 0) return null;
  // A phase that was ended early leaves some without a turn.
  const isOver = status === 'open' || order.every((id) => had[id] !== undefined);
  const canStart = steers && status === 'open' && current === null;
  const start = canStart && (
    <Button
      tone={order.length === 0 ? 'primary' : 'plain'}
      size={order.length === 0 ? 'l' : 'm'}
      icon={<Shuffle size={18} aria-hidden />}
      busy={isStarting}
      onClick={() => void send(phase, startTurns, {})}
    >
      {order.length === 0 ? <Trans>Draw an order and begin</Trans> : <Trans>Another round</Trans>}
    </Button>
  );
  return (
    <section className={styles.turns} aria-label={t`Turns`}>
      {current !== null && status === 'open' ? (
        <Speaker phase={phase} person={current} />
      ) : (
        <div className={styles.between}>
          <p className={styles.words}>
            {order.length > 0 ? (
              isOver && <Trans>Everybody has had a turn.</Trans>
            ) : steers ? (
              <Trans>Everybody who is here gets one turn, in an order drawn by chance.</Trans>
            ) : (
              <Trans>Your facilitator draws the order. Think of your answer meanwhile.</Trans>
            )}
          </p>
          {start}
        </div>
      )}
      {order.length > 0 && (
        <Order
          phase={phase}
          order={order}
          current={current}
          had={had}
          canGive={steers && status === 'open'}
        />
      )}
    </section>
  );
}

/** The one who talks now, and how the turn goes on. */
function Speaker({ phase, person }: { phase: PhaseId; person: ParticipantId }) {
  const me = useMe();
  const send = useSend();
  const steers = useSteers();
  const name = useView((view) => nameOf(view.board, person));
  const isEnding = useWaiting(phase, endTurn);
  const isMe = person === me;
  const end = (passed: boolean): void => void send(phase, endTurn, { person, passed });
  return (
    <div className={styles.speaker} key={person}>
      <Avatar name={name} seed={person} size={56} />
      <p className={styles.name}>
        {isMe ? <Trans>It is your turn</Trans> : <Trans>{name} has the turn</Trans>}
      </p>
      {(isMe || steers) && (
        <div className={styles.buttons}>
          <Button
            tone={isMe ? 'primary' : 'plain'}
            busy={isEnding}
            icon={<Check size={18} aria-hidden />}
            onClick={() => end(false)}
          >
            {isMe ? <Trans>I am done</Trans> : <Trans>Next person</Trans>}
          </Button>
          <Button tone="quiet" disabled={isEnding} onClick={() => end(true)}>
            {isMe ? <Trans>Pass</Trans> : <Trans>Skip {name}</Trans>}
          </Button>
        </div>
      )}
    </div>
  );
}

interface OrderProps {
  phase: PhaseId;
  order: readonly ParticipantId[];
  current: ParticipantId | null;
  had: Record<ParticipantId, 'spoke' | 'passed'>;
  canGive: boolean;
}

function Order({ phase, order, current, had, canGive }: OrderProps) {
  const { t } = useLingui();
  const send = useSend();
  const me = useMe();
  const people = usePeople();
  const board = useView((view) => view.board);
  const inside = peopleIn(board);
  // Whoever came after the draw: they get a place at the end of a turn, or are given one.
  const late = inside.filter(
    (id) => !order.includes(id) && (id === me || people[id] !== undefined),
  );
  return (
    <ol className={styles.order}>
      {[...order, ...late].map((id) => {
        const name = nameOf(board, id);
        const state =
          id === current
            ? t`speaks now`
            : had[id] === 'spoke'
              ? t`has spoken`
              : had[id] === 'passed'
                ? t`passed`
                : t`to come`;
        const words = (
          <>
            <Avatar name={name} seed={id} size={30} dim={had[id] !== undefined && id !== current} />
            <span className={styles.person}>
              {name}
              <small className={styles.state}>{state}</small>
            </span>
          </>
        );
        return (
          <li
            key={id}
            className={styles.place}
            data-now={id === current ? '' : undefined}
            data-had={had[id]}
          >
            {canGive && id !== current && inside.includes(id) ? (
              <button
                type="button"
                className={styles.give}
                onClick={() => void send(phase, giveTurn, { person: id })}
              >
                <span className="visually-hidden">
                  <Trans>Give the turn to</Trans>
                </span>
                {words}
                <Play aria-hidden="true" size={15} className={styles.play} />
              </button>
            ) : (
              <span className={styles.give}>{words}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
