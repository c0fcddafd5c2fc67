import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Hand, hueStyle, LinkButton } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import { useExplain } from '../../parts/index.ts';
import { answer, needsReason, withdrawObjection } from '../domain/index.ts';
import { Choices } from './Choices.tsx';
import { RankedChoices } from './RankedChoices.tsx';
import { ReasonField } from './ReasonField.tsx';
import { usePoll, usePollHand } from './usePoll.ts';
import styles from './AnswerTray.module.css';

/** My answer, in the hand until all are turned over. */
export function AnswerTray({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const { settings, state } = usePoll(phase);
  const { choice } = usePollHand(phase);
  const isObjecting = state.result !== null && needsReason(settings, choice);
  if (state.result !== null && !(isObjecting && !state.result.tooFew)) return null;
  if (state.result === null && state.options.length === 0) return null;
  return (
    <Hand
      title={t`Your hand`}
      note={t`Only you see this`}
      count={choice.length > 0 ? t`answered` : undefined}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      defaultOpen
    >
      <div style={hueStyle('poll')} className={styles.tray}>
        {isObjecting ? <MyObjection phase={phase} /> : <MyAnswer phase={phase} />}
      </div>
    </Hand>
  );
}

function MyAnswer({ phase }: { phase: PhaseId }) {
  const send = useSend();
  const explain = useExplain();
  const { settings, state } = usePoll(phase);
  const hand = usePollHand(phase);
  /** An objection that has no reason yet: nothing of it is sent. */
  const [isObjecting, setObjecting] = useState(false);
  const choice = isObjecting ? ['objection'] : hand.choice;

  async function give(wanted: readonly string[], reason: string): Promise<boolean> {
    const args = { asked: state.asked, choice: [...wanted], reason };
    const told = await send(phase, answer, args);
    if (told !== 'done') explain(told);
    return told === 'done';
  }

  function choose(wanted: readonly string[]): void {
    const reason = wanted.length > 0 ? hand.reason : '';
    const waits = needsReason(settings, wanted) && reason === '';
    setObjecting(waits);
    if (!waits) void give(wanted, reason);
  }

  return (
    <>
      {settings.way === 'ranked' ? (
        <RankedChoices options={state.options} choice={choice} onChoose={choose} />
      ) : (
        <Choices phase={phase} choice={choice} onChoose={choose} />
      )}
      {choice.length > 0 && (
        <ReasonField
          phase={phase}
          reason={hand.reason}
          isNeeded={needsReason(settings, choice)}
          onGive={async (reason) => {
            const isGiven = await give(choice, reason);
            if (isGiven) setObjecting(false);
            return isGiven;
          }}
        />
      )}
      {hand.choice.length > 0 && (
        <p className={styles.back}>
          <LinkButton onClick={() => choose([])}>
            <Trans>Take my answer back</Trans>
          </LinkButton>
        </p>
      )}
    </>
  );
}

function MyObjection({ phase }: { phase: PhaseId }) {
  const send = useSend();
  const explain = useExplain();
  const { reason } = usePollHand(phase);
  const { settings } = usePoll(phase);

  async function withdraw(): Promise<void> {
    const told = await send(phase, withdrawObjection, {});
    if (told !== 'done') explain(told);
  }

  return (
    <div className={styles.objection}>
      <p>
        <Trans>You object: “{reason}”</Trans>
      </p>
      <p className={styles.hint}>
        <Trans>Once it is dealt with, take it back: it stays on the board as a concern.</Trans>{' '}
        {settings.anonymous && <Trans>Nobody learns that it is yours.</Trans>}
      </p>
      <Button onClick={() => void withdraw()}>
        <Trans>Take my objection back</Trans>
      </Button>
    </div>
  );
}
