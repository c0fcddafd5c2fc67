import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Button } from '@rondo/design';
import { useMe, useSend, useSteers, useView, useWaiting } from '@rondo/live/react';
import { extendTimer, nameOf, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { ArrowDownToLine, Check, Play, Plus, SkipForward } from 'lucide-react';
import { useExplain } from '../../parts/index.ts';
import { endTurn, giveTurn } from '../domain/index.ts';
import { PersonTasks } from './PersonTasks.tsx';
import { UpdateText } from './UpdateText.tsx';
import { useUpdates } from './useUpdates.ts';
import styles from './PersonPanel.module.css';

/** What one press adds, seconds. */
const MORE = 30;

interface Props {
  phase: PhaseId;
  person: ParticipantId;
}

/** One person in the round: what they have written, what they have open, and how the round goes on. */
export function PersonPanel({ phase, person }: Props) {
  const { t } = useLingui();
  const me = useMe();
  const steers = useSteers();
  const { status, state } = useUpdates(phase);
  const name = useView((view) => nameOf(view.board, person));
  const isNow = state.turns.current === person && status === 'open';
  const isMe = person === me;
  return (
    <section className={styles.panel} data-now={isNow ? '' : undefined} aria-label={name}>
      <header className={styles.head}>
        <Avatar name={name} seed={person} size={48} silent />
        <div className={styles.who}>
          <h3 className={styles.name}>{isMe ? t`${name} (you)` : name}</h3>
          {isNow && (
            <p className={styles.state}>
              {isMe ? <Trans>It is your turn</Trans> : <Trans>has the turn</Trans>}
            </p>
          )}
        </div>
        {status === 'open' && (isNow ? isMe || steers : steers) && (
          <Steering phase={phase} person={person} name={name} isNow={isNow} isMe={isMe} />
        )}
      </header>
      <UpdateText phase={phase} person={person} name={name} />
      <PersonTasks phase={phase} person={person} />
    </section>
  );
}

interface SteeringProps extends Props {
  name: string;
  isNow: boolean;
  isMe: boolean;
}

function Steering({ phase, person, name, isNow, isMe }: SteeringProps) {
  const { t } = useLingui();
  const send = useSend();
  const steers = useSteers();
  const explain = useExplain();
  const isEnding = useWaiting(phase, endTurn);
  const isGiving = useWaiting(phase, giveTurn);
  const isTimed = useView(({ board }) => board.timer?.phase === phase);
  const end = (how: 'spoke' | 'passed' | 'later'): void => {
    void send(phase, endTurn, { person, how }).then((answer) => {
      if (answer !== 'done') explain(answer);
    });
  };
  if (!isNow) {
    return (
      <div className={styles.buttons}>
        <Button
          busy={isGiving}
          icon={<Play size={17} aria-hidden />}
          onClick={() => void send(phase, giveTurn, { person })}
        >
          <Trans>Give {name} the turn</Trans>
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.buttons}>
      <Button
        tone="primary"
        busy={isEnding}
        icon={<Check size={18} aria-hidden />}
        onClick={() => end('spoke')}
      >
        {isMe ? <Trans>I am done</Trans> : <Trans>Next person</Trans>}
      </Button>
      <Button
        tone="quiet"
        disabled={isEnding}
        icon={<ArrowDownToLine size={17} aria-hidden />}
        onClick={() => end('later')}
      >
        <Trans>Come back later</Trans>
      </Button>
      <Button
        tone="quiet"
        disabled={isEnding}
        icon={<SkipForward size={17} aria-hidden />}
        onClick={() => end('passed')}
      >
        {isMe ? <Trans>Pass</Trans> : <Trans>Skip {name}</Trans>}
      </Button>
      {steers && isTimed && (
        <Button
          tone="quiet"
          icon={<Plus size={17} aria-hidden />}
          aria-label={t`${MORE} seconds more`}
          onClick={() => void send(null, extendTimer, { phase, seconds: MORE })}
        >
          {t`${MORE} s`}
        </Button>
      )}
    </div>
  );
}
