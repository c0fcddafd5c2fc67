import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Markdown, TextArea } from '@rondo/design';
import { useSend, useSteers, useWaiting } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useDraft, useExplain } from '../../parts/index.ts';
import { LONGEST_DECISION, setDecision } from '../domain/index.ts';
import { usePoll } from './usePoll.ts';
import styles from './Decision.module.css';

/** What was decided, in words: the facilitator writes it, the outcome keeps it. */
export function Decision({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const steers = useSteers();
  const { status, state } = usePoll(phase);
  const isSaving = useWaiting(phase, setDecision);
  const decision = state.decision ?? '';
  const { text: draft, write, giveBack } = useDraft(phase, 'decision');
  const mayWrite = steers && (status === 'open' || status === 'done');
  if (!mayWrite && decision === '') return null;

  async function save(text: string): Promise<void> {
    write('');
    const answer = await send(phase, setDecision, { text });
    if (answer === 'done') return;
    explain(answer);
    if (text !== '') giveBack(text);
  }

  const isEdited = draft !== '' && draft.trim() !== decision;
  return (
    <section className={styles.decision} aria-labelledby={`${phase}-decision`}>
      <h3 id={`${phase}-decision`}>
        <Trans>Decision</Trans>
      </h3>
      {decision !== '' && (
        <div className={styles.text}>
          <Markdown text={decision} />
        </div>
      )}
      {mayWrite && (
        <>
          <TextArea
            label={decision === '' ? t`What was decided?` : t`Put it another way`}
            hint={t`One sentence that somebody who was not here understands.`}
            limit={LONGEST_DECISION}
            value={draft}
            onChange={({ target }) => write(target.value)}
          />
          <div className={styles.tools}>
            <Button busy={isSaving} disabled={!isEdited} onClick={() => void save(draft.trim())}>
              <Trans>Keep as decision</Trans>
            </Button>
            {decision !== '' && draft === '' && (
              <>
                <Button tone="quiet" onClick={() => write(decision)}>
                  <Trans>Edit</Trans>
                </Button>
                <Button tone="quiet" onClick={() => void save('')}>
                  <Trans>Remove</Trans>
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </section>
  );
}
