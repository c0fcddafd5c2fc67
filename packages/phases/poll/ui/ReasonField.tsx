import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextArea } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useDraft } from '../../parts/index.ts';
import { LONGEST_REASON } from '../domain/index.ts';
import { usePoll } from './usePoll.ts';
import styles from './AnswerTray.module.css';

interface Props {
  phase: PhaseId;
  /** What is in the hand already. */
  reason: string;
  /** The answer does not count without one. */
  isNeeded: boolean;
  onGive: (reason: string) => Promise<boolean>;
}

/** Why: asked of everybody, needed for an objection. */
export function ReasonField({ phase, reason, isNeeded, onGive }: Props) {
  const { t } = useLingui();
  const { settings, state } = usePoll(phase);
  const { text, write, drop } = useDraft(phase, `reason.${state.asked}`);
  const wanted = text.trim();
  const isEdited = wanted !== '' && wanted !== reason;

  async function give(): Promise<void> {
    if (isEdited && (await onGive(wanted))) drop(text);
  }

  return (
    <div className={styles.reason}>
      {reason !== '' && (
        <p className={styles.given}>
          <Trans>Your reason: “{reason}”</Trans>
        </p>
      )}
      <TextArea
        label={isNeeded ? t`What would go wrong?` : t`Why?`}
        optional={isNeeded ? undefined : t`optional`}
        hint={
          isNeeded
            ? t`Your objection counts once you say why.`
            : settings.anonymous
              ? t`Shown without your name.`
              : t`Shown with your name.`
        }
        minRows={1}
        maxRows={4}
        limit={LONGEST_REASON}
        value={text}
        onChange={({ target }) => write(target.value)}
        onSubmit={() => void give()}
      />
      {isEdited && (
        <Button tone={isNeeded ? 'primary' : 'plain'} onClick={() => void give()}>
          {isNeeded && reason === '' ? (
            <Trans>Hand in my objection</Trans>
          ) : (
            <Trans>Keep my reason</Trans>
          )}
        </Button>
      )}
    </div>
  );
}
