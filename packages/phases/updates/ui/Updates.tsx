import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, EmptyState, hueStyle } from '@rondo/design';
import { useMe, useSend, useSteers, useView, useWaiting } from '@rondo/live/react';
import { nameOf, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { PenLine, Play, Shuffle } from 'lucide-react';
import {
  Board,
  PhaseHeading,
  PhaseStatus,
  Tip,
  useChange,
  useFollowing,
  useWords,
} from '../../parts/index.ts';
import { drawAgain, startRound } from '../domain/index.ts';
import { Order } from './Order.tsx';
import { OthersTasks } from './OthersTasks.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { useUpdates } from './useUpdates.ts';
import styles from './Updates.module.css';

/** A round: each in turn shows what is open and says what is new. */
export default function Updates({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const me = useMe();
  const board = useView((view) => view.board);
  const { phase, status, settings, state } = useUpdates(phaseId);
  const { current } = state.turns;
  const [viewing, look] = useFollowing<ParticipantId | null>(current);
  useChange(current, () => {
    if (current === null) {
      if (status === 'open') announce(t`The round is over.`);
    } else
      announce(current === me ? t`It is your turn.` : t`${nameOf(board, current)} has the turn.`);
  });
  const shown = viewing ?? current;
  const canWrite = phase.begun && status !== 'skipped';
  return (
    <Board style={hueStyle('updates')}>
      <PhaseHeading
        title={words(settings.question)}
        note={<Trans>One after another. What you write can be read at once.</Trans>}
        aside={
          canWrite &&
          shown !== me && (
            <Button icon={<PenLine size={17} aria-hidden />} onClick={() => look(me)}>
              {state.texts[me] === undefined ? (
                <Trans>Write my update</Trans>
              ) : (
                <Trans>My update</Trans>
              )}
            </Button>
          )
        }
      />
      <PhaseStatus phase={phaseId} />
      <div className={styles.layout}>
        <div className={styles.main}>
          {shown !== current && current !== null && (
            <p className={styles.elsewhere}>
              <span>
                {current === me ? (
                  <Trans>It is your turn</Trans>
                ) : (
                  <Trans>{nameOf(board, current)} has the turn</Trans>
                )}
              </span>
              <Button size="s" onClick={() => look(current)}>
                <Trans>Go along again</Trans>
              </Button>
            </p>
          )}
          {current === null && <Between phase={phaseId} />}
          {shown !== null && <PersonPanel key={shown} phase={phaseId} person={shown} />}
          <OthersTasks phase={phaseId} />
        </div>
        <Order phase={phaseId} viewing={shown} onLook={look} />
      </div>
      <Tip phase={phaseId}>
        <Trans>
          Ask what others should know, not what somebody was busy with. What needs two people
          becomes a task or a talk of those two.
        </Trans>
      </Tip>
    </Board>
  );
}

/** Before the first turn and after the last one. */
function Between({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const steers = useSteers();
  const board = useView((view) => view.board);
  const { status, state } = useUpdates(phase);
  const isStarting = useWaiting(phase, startRound);
  const isDrawing = useWaiting(phase, drawAgain);
  if (status !== 'open') return null;
  const { order, had } = state.turns;
  const toCome = order.filter(
    (person) => had[person] === undefined && board.people[person]?.state === 'in',
  );
  const hasBegun = order.some((person) => had[person] !== undefined);
  const isOver = hasBegun && toCome.length === 0;
  const names = toCome.map((person) => nameOf(board, person)).join(', ');
  return (
    <EmptyState
      hue="updates"
      drawing="rings"
      title={isOver ? t`Everybody has had a turn` : hasBegun ? t`Some are away` : t`One round`}
      action={
        steers && (
          <div className={styles.buttons}>
            {!isOver && (
              <Button
                tone="primary"
                icon={<Play size={17} aria-hidden />}
                busy={isStarting}
                onClick={() => void send(phase, startRound, {})}
              >
                {hasBegun ? <Trans>Go on</Trans> : <Trans>Begin the round</Trans>}
              </Button>
            )}
            <Button
              icon={<Shuffle size={17} aria-hidden />}
              busy={isDrawing}
              onClick={() => void send(phase, drawAgain, {})}
            >
              {isOver ? <Trans>Another round</Trans> : <Trans>Draw another order</Trans>}
            </Button>
          </div>
        )
      }
    >
      {isOver ? null : hasBegun ? (
        <Trans>{names}: their turn comes when they are back.</Trans>
      ) : steers ? (
        <Trans>The order is drawn. You can move people, or draw it anew.</Trans>
      ) : (
        <Trans>Your facilitator begins. You can write your update meanwhile.</Trans>
      )}
    </EmptyState>
  );
}
