import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Markdown, TextArea, TypingDots, visibleLength } from '@rondo/design';
import { useMe, useSend } from '@rondo/live/react';
import type { ParticipantId, PhaseId } from '@rondo/meeting';
import { Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useDraft, useExplain, useTyping, useWriters } from '../../parts/index.ts';
import { LONGEST_UPDATE, writeUpdate } from '../domain/index.ts';
import { useUpdates } from './useUpdates.ts';
import styles from './UpdateText.module.css';

interface Props {
  phase: PhaseId;
  person: ParticipantId;
  name: string;
}

/** What somebody has written; my own can be written and changed here. */
export function UpdateText({ phase, person, name }: Props) {
  const { t } = useLingui();
  const me = useMe();
  const send = useSend();
  const explain = useExplain();
  const { phase: at, status, state } = useUpdates(phase);
  const [isChanging, setChanging] = useState(false);
  const writers = useWriters(phase, `update ${person}`);
  const text = state.texts[person];
  const isMine = person === me && at.begun && status !== 'skipped';
  if (isMine && (text === undefined || isChanging))
    return <Editor phase={phase} before={text ?? ''} onDone={() => setChanging(false)} />;
  if (text === undefined) {
    return (
      <p className={styles.none}>
        {writers ? (
          <>
            <TypingDots hue="updates" label={writers} /> <span aria-hidden="true">{writers}</span>
          </>
        ) : (
          <Trans>{name} has not written anything.</Trans>
        )}
      </p>
    );
  }
  return (
    <div className={styles.said}>
      <div className={styles.text}>
        <Markdown text={text} />
      </div>
      {isMine && (
        <div className={styles.buttons}>
          <Button
            size="s"
            tone="quiet"
            icon={<Pencil size={16} aria-hidden />}
            onClick={() => setChanging(true)}
          >
            <Trans>Change</Trans>
          </Button>
          <Button
            size="s"
            tone="quiet"
            icon={<Undo2 size={16} aria-hidden />}
            aria-label={t`Take back my update`}
            onClick={() =>
              void send(phase, writeUpdate, { text: null }).then((answer) => {
                if (answer !== 'done') explain(answer);
              })
            }
          >
            <Trans>Take back</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

interface EditorProps {
  phase: PhaseId;
  before: string;
  onDone: () => void;
}

function Editor({ phase, before, onDone }: EditorProps) {
  const { t } = useLingui();
  const me = useMe();
  const send = useSend();
  const explain = useExplain();
  const typing = useTyping(phase);
  const draft = useDraft(phase, 'update');
  const text = draft.text === '' ? before : draft.text;
  const ready = text.trim();
  const canShare = ready !== '' && visibleLength(ready) <= LONGEST_UPDATE;

  async function share(): Promise<void> {
    if (!canShare) return;
    draft.write('');
    typing(null);
    onDone();
    const answer = await send(phase, writeUpdate, { text: ready });
    if (answer === 'done') return;
    explain(answer);
    draft.giveBack(ready);
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void share();
      }}
    >
      <TextArea
        label={t`Your update`}
        placeholder={t`In a few lines: what is new, what comes next…`}
        value={text}
        limit={LONGEST_UPDATE}
        left={(count) => (count < 0 ? t`${-count} too many` : t`${count} left`)}
        minRows={3}
        onChange={(event) => {
          draft.write(event.target.value);
          typing(event.target.value.trim() === '' ? null : `update ${me}`);
        }}
        onBlur={() => typing(null)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          void share();
        }}
      />
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" disabled={!canShare}>
          <Trans>Share it</Trans>
        </Button>
        {before !== '' && (
          <Button
            tone="quiet"
            onClick={() => {
              draft.write('');
              onDone();
            }}
          >
            <Trans>Cancel</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}
