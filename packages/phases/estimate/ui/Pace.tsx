import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Switch } from '@rondo/design';
import { useSend, useView, useWaiting } from '@rondo/live/react';
import { openPhase, peopleIn, type PhaseId } from '@rondo/meeting';
import { Eye } from 'lucide-react';
import { useAct } from '../../parts/index.ts';
import { ballotOf, hasPickedAll, placesOf, reveal, setAutoReveal } from '../domain/index.ts';
import { useEstimate } from './useEstimate.ts';
import styles from './Pace.module.css';

interface Props {
  phase: PhaseId;
  steers: boolean;
  isLed: boolean;
}

/** How the cards are turned over; at one's own pace also how far people are. */
export function Pace({ phase, steers, isLed }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const board = useView((view) => view.board);
  const { status, settings, state } = useEstimate(phase);
  const isRevealing = useWaiting(phase, reveal, ({ which }) => which === null);
  const players = peopleIn(board).filter((person) => state.spectators[person] !== true);
  const through = players.filter((person) => hasPickedAll(settings, state, person)).length;
  if (status === 'done' && steers) return <Contested phase={phase} />;
  if (status !== 'open') return null;
  return (
    <div className={styles.pace}>
      {!isLed && (
        <p className={styles.through}>
          <Trans>
            {through} of {players.length} people are through
          </Trans>
        </p>
      )}
      {steers && (
        <Switch
          label={t`Show when all have picked`}
          checked={settings.autoReveal}
          onChange={(on) => void act(setAutoReveal, { on })}
        />
      )}
      {steers && !isLed && (
        <Button
          tone="primary"
          icon={<Eye size={18} aria-hidden />}
          busy={isRevealing}
          disabled={Object.keys(state.stories).length === 0}
          onClick={() => void act(reveal, { which: null })}
        >
          <Trans>Show all cards</Trans>
        </Button>
      )}
    </div>
  );
}

/** Everything was turned over when the time was up: what is contested can be talked about now. */
function Contested({ phase }: { phase: PhaseId }) {
  const send = useSend();
  const isRunning = useView((view) => view.board.status === 'running');
  const isOpening = useWaiting(null, openPhase);
  const { settings, state } = useEstimate(phase);
  const open = placesOf(settings, state).filter(({ story, dimension }) => {
    const found = state.stories[story];
    const ballot = found && ballotOf(found, dimension);
    return ballot !== undefined && ballot.shown !== null && ballot.score === null;
  }).length;
  if (!isRunning || settings.way !== 'own-pace' || open === 0) return null;
  return (
    <Button busy={isOpening} onClick={() => void send(null, openPhase, { phase })}>
      <Plural
        value={open}
        one="Talk about # contested estimate"
        other="Talk about # contested estimates"
      />
    </Button>
  );
}
