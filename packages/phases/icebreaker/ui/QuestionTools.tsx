import { Trans, useLingui } from '@lingui/react/macro';
import { Button, RadioCards, TextField, visibleLength } from '@rondo/design';
import { useSend, useWaiting } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Dices, PenLine } from 'lucide-react';
import { useState } from 'react';
import { useExplain } from '../../parts/index.ts';
import { askOwn, LONGEST_QUESTION, rerollQuestion, setMode } from '../domain/index.ts';
import { useIcebreaker } from './useIcebreaker.ts';
import styles from './QuestionTools.module.css';

/** What the facilitator may do about the question: another one, one's own, and how it is answered. */
export function QuestionTools({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const { state } = useIcebreaker(phase);
  const isDrawing = useWaiting(phase, rerollQuestion);
  const [isAsking, setAsking] = useState(false);
  if (isAsking) return <OwnQuestion phase={phase} onDone={() => setAsking(false)} />;
  return (
    <div className={styles.tools}>
      <Button
        tone="quiet"
        icon={<Dices size={18} aria-hidden />}
        busy={isDrawing}
        onClick={() => void send(phase, rerollQuestion, {})}
      >
        <Trans>Another question</Trans>
      </Button>
      <Button tone="quiet" icon={<PenLine size={18} aria-hidden />} onClick={() => setAsking(true)}>
        <Trans>Ask your own</Trans>
      </Button>
      <RadioCards
        label={t`How it is answered`}
        hideLabel
        size="s"
        value={state.mode}
        onChange={(mode) => void send(phase, setMode, { mode })}
        options={[
          { value: 'turns', label: t`One after another`, hue: 'icebreaker' },
          { value: 'together', label: t`All at once, in writing`, hue: 'icebreaker' },
        ]}
      />
    </div>
  );
}

function OwnQuestion({ phase, onDone }: { phase: PhaseId; onDone: () => void }) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const [text, setText] = useState('');
  const isTooLong = visibleLength(text.trim()) > LONGEST_QUESTION;

  async function ask(): Promise<void> {
    if (text.trim() === '' || isTooLong) return;
    onDone();
    const answer = await send(phase, askOwn, { text });
    if (answer !== 'done') explain(answer);
  }

  return (
    <form
      className={styles.own}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <TextField
        label={t`Your question`}
        value={text}
        autoFocus
        error={isTooLong ? t`At most ${LONGEST_QUESTION} characters.` : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <div className={styles.tools}>
        <Button tone="primary" type="submit" disabled={text.trim() === '' || isTooLong}>
          <Trans>Ask it</Trans>
        </Button>
        <Button tone="quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
