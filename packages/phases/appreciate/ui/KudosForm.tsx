import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, Checkbox, TextArea, visibleLength } from '@rondo/design';
import { newId, useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import { useDraft, useExplain } from '../../parts/index.ts';
import {
  editKudos,
  giveKudos,
  LONGEST_KUDOS,
  type KudosId,
  type Recipients,
} from '../domain/index.ts';
import { RecipientPicker } from './RecipientPicker.tsx';
import { useAppreciate } from './useAppreciate.ts';
import styles from './KudosForm.module.css';

interface Edited {
  id: KudosId;
  to: Recipients;
  text: string;
  /** Absent: it lies open, and its name stays as it is. */
  anonymous?: boolean;
}

interface Props {
  phase: PhaseId;
  /** One that is there already; absent: a new one. */
  edited?: Edited;
  onDone?: () => void;
}

const NOBODY: Recipients = { people: [], team: false, names: [] };

/** Writes a thank-you, or changes one of one's own. What is typed anew survives a reload. */
export function KudosForm({ phase, edited, onDone }: Props) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const { status, settings } = useAppreciate(phase);
  const draft = useDraft(phase, 'kudos');
  const [changed, setChanged] = useState(edited?.text ?? '');
  const [to, setTo] = useState(edited?.to ?? NOBODY);
  const [anonymous, setAnonymous] = useState(edited?.anonymous ?? settings.anonymous);
  const [text, setText] = edited ? [changed, setChanged] : [draft.text, draft.write];
  const ready = text.trim();
  const isFor = to.team || to.people.length + to.names.length > 0;
  const canGive = isFor && ready !== '' && visibleLength(ready) <= LONGEST_KUDOS;
  const mayChoose = settings.mayChoose && (!edited || edited.anonymous !== undefined);
  const isWrapped = settings.secret && status === 'open';

  async function give(): Promise<void> {
    if (!canGive) return;
    const args = { to, text: ready, anonymous };
    if (edited) {
      const answer = await send(phase, editKudos, { id: edited.id, ...args });
      if (answer === 'done') onDone?.();
      else explain(answer);
      return;
    }
    setText('');
    setTo(NOBODY);
    announce(isWrapped ? t`Wrapped` : t`Given`);
    const answer = await send(phase, giveKudos, { id: newId<'kudos'>(), ...args });
    if (answer === 'done') return;
    explain(answer);
    draft.giveBack(ready);
    setTo((now) => (now === NOBODY ? to : now));
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <RecipientPicker value={to} onChange={setTo} />
      <div className={styles.words}>
        <TextArea
          label={t`What for?`}
          placeholder={t`Thank you for…`}
          value={text}
          minRows={2}
          maxRows={8}
          limit={LONGEST_KUDOS}
          left={(count) => (count < 0 ? t`${-count} too many` : t`${count} left`)}
          onChange={(event) => setText(event.target.value)}
          onSubmit={() => void give()}
        />
        <div className={styles.foot}>
          {mayChoose && (
            <Checkbox
              label={t`Without my name`}
              checked={anonymous}
              onChange={(event) => setAnonymous(event.target.checked)}
            />
          )}
          <span className={styles.space} />
          {edited && (
            <Button tone="quiet" size="s" onClick={onDone}>
              <Trans>Cancel</Trans>
            </Button>
          )}
          <Button tone="primary" size="s" type="submit" disabled={!canGive}>
            {edited ? (
              <Trans>Save</Trans>
            ) : isWrapped ? (
              <Trans>Wrap it</Trans>
            ) : (
              <Trans>Give</Trans>
            )}
          </Button>
        </div>
      </div>
    </form>
  );
}
