import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Dialog, IconButton, Switch, TextArea } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { SlidersHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useExplain, useWords } from '../../parts/index.ts';
import {
  asksForOptions,
  LONGEST_QUESTION,
  removeOption,
  setAnonymous,
  setQuestion,
} from '../domain/index.ts';
import { AddOption } from './AddOption.tsx';
import { usePoll } from './usePoll.ts';
import styles from './Prepare.module.css';

interface Props {
  phase: PhaseId;
  /** Somebody has answered: now the question stands. */
  isLocked: boolean;
}

/** The question, its options and its names, for the facilitator to set before the first answer. */
export function Prepare({ phase, isLocked }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const send = useSend();
  const explain = useExplain();
  const { settings, state } = usePoll(phase);
  const [isOpen, setOpen] = useState(false);
  const [text, write] = useState('');
  const { anonymous, way } = settings;

  function open(): void {
    write(words(settings.question));
    setOpen(true);
  }

  async function close(): Promise<void> {
    setOpen(false);
    const wanted = text.trim();
    if (isLocked || wanted === '' || wanted === words(settings.question)) return;
    const answer = await send(phase, setQuestion, { text: wanted });
    if (answer !== 'done') explain(answer);
  }

  return (
    <>
      <Button icon={<SlidersHorizontal size={18} aria-hidden />} onClick={open}>
        <Trans>Change the question</Trans>
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => void close()}
        title={t`The question`}
        closeLabel={t`Close`}
        footer={
          <Button tone="primary" onClick={() => void close()}>
            <Trans>Done</Trans>
          </Button>
        }
      >
        <div className={styles.form}>
          {isLocked && (
            <p className={styles.locked}>
              <Trans>Somebody has answered already, so the question stands as it is.</Trans>
            </p>
          )}
          <TextArea
            label={t`What do you ask?`}
            value={text}
            limit={LONGEST_QUESTION}
            disabled={isLocked}
            onChange={({ target }) => write(target.value)}
            onSubmit={() => void close()}
          />
          <Switch
            label={t`Without names`}
            hint={
              anonymous
                ? t`Only numbers are shown, and reasons without names.`
                : t`Once revealed, everybody sees who has answered what.`
            }
            checked={anonymous}
            disabled={isLocked && anonymous}
            onChange={(next) => void send(phase, setAnonymous, { anonymous: next })}
          />
          {asksForOptions(way) && !isLocked && (
            <>
              <ul className={styles.options} aria-label={t`Options`}>
                {state.options.map(({ id, label }) => (
                  <li key={id}>
                    <span>{words(label)}</span>
                    <IconButton
                      size="s"
                      label={t`Remove “${words(label)}”`}
                      icon={<Trash2 size={18} />}
                      onClick={() => void send(phase, removeOption, { id })}
                    />
                  </li>
                ))}
              </ul>
              <AddOption phase={phase} />
            </>
          )}
        </div>
      </Dialog>
    </>
  );
}
