import { useLingui } from '@lingui/react/macro';
import { Button } from '@rondo/design';
import { useSend, useView, useWaiting } from '@rondo/live/react';
import { extendTimer, startTimer, type PhaseId } from '@rondo/meeting';
import { Plus, Timer } from 'lucide-react';

/** Offered where the activity does not say, minutes. */
const USUAL = 5;
/** What one press adds, minutes. */
const MORE = 2;

interface Props {
  phase: PhaseId;
  /** As the activity has it. */
  minutes?: number | undefined;
}

/** The time for one topic: started, and given more of. The header counts it down for everybody. */
export function Timebox({ phase, minutes = USUAL }: Props) {
  const { t } = useLingui();
  const send = useSend();
  const isRunning = useView(({ board }) => board.timer?.phase === phase);
  const isStarting = useWaiting(null, startTimer);
  const isExtending = useWaiting(null, extendTimer);
  return isRunning ? (
    <Button
      busy={isExtending}
      icon={<Plus size={17} aria-hidden />}
      aria-label={t`${MORE} min more for this topic`}
      onClick={() => void send(null, extendTimer, { phase, seconds: MORE * 60 })}
    >
      {t`${MORE} min`}
    </Button>
  ) : (
    <Button
      busy={isStarting}
      icon={<Timer size={17} aria-hidden />}
      aria-label={t`${minutes} min for this topic`}
      onClick={() => void send(null, startTimer, { phase, seconds: minutes * 60 })}
    >
      {t`${minutes} min`}
    </Button>
  );
}
