import { useLingui } from '@lingui/react/macro';
import { Button } from '@rondo/design';
import { useSend, useView } from '@rondo/live/react';
import { setReady } from '@rondo/meeting';
import { Check } from 'lucide-react';

/** "I am ready to go on", for everybody who does not facilitate. */
export function Ready() {
  const { t } = useLingui();
  const send = useSend();
  const lead = useView((view) => view.board.at);
  const isOpen = useView((view) => view.board.phases[lead]?.status === 'open');
  const ready = useView((view, me) => view.board.phases[lead]?.ready[me] === true);
  if (!isOpen) return null;
  return (
    <Button
      aria-pressed={ready}
      icon={ready ? <Check size={18} aria-hidden /> : undefined}
      onClick={() => void send(null, setReady, { phase: lead, ready: !ready })}
    >
      {ready ? t`Ready` : t`I’m ready`}
    </Button>
  );
}
