import { useLingui } from '@lingui/react/macro';
import { ConfirmButton, Dialog, IconButton, Ring, type Hue } from '@rondo/design';
import { useSend, useView } from '@rondo/live/react';
import { openPhase, skipPhase, type PhaseId } from '@rondo/meeting';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMovePhase } from './useMovePhase.ts';
import { usePhaseTitle, useStatusWords } from './usePhaseWords.ts';
import { useSteeringQuestions } from './useSteeringQuestions.ts';
import styles from './MeetingPanels.module.css';

/** Skip, reorder, reopen: always possible, always by name, so that nothing happens twice. */
export function PhasesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const flow = useView(({ board }) => board.flow);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`Phases`}
      closeLabel={t`Close`}
      description={t`Nothing that people wrote is lost when you skip, go back or change the order.`}
    >
      <ol className={styles.phases}>
        {flow.map((id, index) => (
          <PhaseRow key={id} id={id} index={index} />
        ))}
      </ol>
    </Dialog>
  );
}

function PhaseRow({ id, index }: { id: PhaseId; index: number }) {
  const { t } = useLingui();
  const send = useSend();
  const move = useMovePhase();
  const titleOf = usePhaseTitle();
  const statusOf = useStatusWords();
  const questions = useSteeringQuestions();
  const { flow, phases, at } = useView(
    ({ board }) => board,
    (a, b) => a.flow === b.flow && a.phases === b.phases && a.at === b.at,
  );
  const phase = phases[id];
  if (!phase) return null;
  const title = titleOf(phase);
  const above = flow[index - 1];
  const below = flow[index + 1];
  const ahead = phase.status === 'ahead';
  return (
    <li className={styles.phase}>
      <Ring
        // Every kind of phase has a hue of its own name.
        hue={phase.kind as Hue}
        state={phase.status === 'open' ? 'now' : phase.status}
      />
      <span className={styles.title}>
        {title} <small className={styles.status}>{statusOf(phase, id === at)}</small>
      </span>
      <span className={styles.tools}>
        {ahead && above !== undefined && phases[above]?.status === 'ahead' && (
          <IconButton
            size="s"
            label={t`Move ${title} up`}
            icon={<ArrowUp size={16} aria-hidden />}
            onClick={() => move(id, flow[index - 2] ?? null)}
          />
        )}
        {ahead && below !== undefined && (
          <IconButton
            size="s"
            label={t`Move ${title} down`}
            icon={<ArrowDown size={16} aria-hidden />}
            onClick={() => move(id, below)}
          />
        )}
        {(ahead || phase.status === 'open') && (
          <ConfirmButton
            size="s"
            tone="quiet"
            question={id === at ? questions.goingOn : null}
            onConfirm={() => void send(null, skipPhase, { phase: id })}
          >
            {t`Skip`}
            <span className="visually-hidden">&nbsp;{title}</span>
          </ConfirmButton>
        )}
        {/* Where everybody is may be over as well: closed by the clock, with nothing behind it. */}
        {(id !== at || phase.status === 'done') && (
          <ConfirmButton
            size="s"
            tone="plain"
            question={questions.leadingTo(id)}
            onConfirm={() => void send(null, openPhase, { phase: id })}
          >
            {phase.status === 'done' ? t`Open again` : t`Go there`}
            <span className="visually-hidden">&nbsp;{title}</span>
          </ConfirmButton>
        )}
      </span>
    </li>
  );
}
