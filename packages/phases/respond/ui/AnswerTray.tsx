import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, Hand, hueStyle, TextArea } from '@rondo/design';
import { useSend, useUnsent, useWaiting } from '@rondo/live/react';
import { visibleLength, type PhaseId } from '@rondo/meeting';
import { Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useChange, useExplain, useTyping, useWords } from '../../parts/index.ts';
import { give, LONGEST_ANSWER, takeBack, takesAnswers, write } from '../domain/index.ts';
import { useDrafts, type Drafts } from './useDrafts.ts';
import { useOwn, useRespond, useRespondHand } from './useRespond.ts';
import styles from './AnswerTray.module.css';

/** My answers, in the hand until I give them. */
export function AnswerTray({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const { status } = useRespond(phase);
  const own = useOwn(phase);
  const { drafts: held } = useRespondHand(phase);
  const drafts = useDrafts(phase);
  const [isChanging, setChanging] = useState(false);
  const [isUp, setUp] = useState(() => status !== 'done' && Object.keys(own).length === 0);
  // On a phone the hand makes room for the answers that lie open now.
  useChange(status, () => {
    if (status === 'done') setUp(false);
  });
  const given = Object.values(own).filter(({ answer }) => answer.gone !== true).length;
  const hasDraft = Object.keys(held).length > 0;
  if (status === 'skipped') return null;
  const isWriting = given === 0 || isChanging || hasDraft;
  return (
    <Hand
      title={t`Your hand`}
      note={given > 0 && !hasDraft ? t`Your answers are given` : t`Only you see this`}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      open={isUp}
      onOpenChange={setUp}
    >
      {isWriting ? (
        <Writing
          phase={phase}
          drafts={drafts}
          hasGiven={given > 0}
          onDone={() => setChanging(false)}
        />
      ) : (
        <Given phase={phase} count={given} onChange={() => setChanging(true)} />
      )}
    </Hand>
  );
}

function Given({
  phase,
  count,
  onChange,
}: {
  phase: PhaseId;
  count: number;
  onChange: () => void;
}) {
  const send = useSend();
  const explain = useExplain();
  const isTaking = useWaiting(phase, takeBack);
  const { status, settings } = useRespond(phase);
  const canChange = takesAnswers(status, settings);
  return (
    <div className={styles.given}>
      <p className={styles.words}>
        <Plural
          value={count}
          one="You have given your answer."
          other="You have given your # answers."
        />
      </p>
      {canChange && (
        <div className={styles.buttons}>
          <Button size="s" icon={<Pencil size={16} aria-hidden />} onClick={onChange}>
            <Trans>Change</Trans>
          </Button>
          <Button
            size="s"
            tone="quiet"
            busy={isTaking}
            icon={<Undo2 size={16} aria-hidden />}
            onClick={() =>
              void send(phase, takeBack, {}).then((answer) => {
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

interface WritingProps {
  phase: PhaseId;
  drafts: Drafts;
  /** What is written are changes. */
  hasGiven: boolean;
  onDone: () => void;
}

function Writing({ phase, drafts, hasGiven, onDone }: WritingProps) {
  const { t } = useLingui();
  const words = useWords();
  const send = useSend();
  const explain = useExplain();
  const typing = useTyping(phase);
  const { status, settings, state } = useRespond(phase);
  const own = useOwn(phase);
  const isGiving = useWaiting(phase, give);
  const { prompts } = settings;
  const ready = (prompt: string): string => drafts.textOf(prompt).trim();
  const missing = prompts.filter(({ id, optional }) => !optional && ready(id) === '').length;
  const isFine = prompts.every(({ id }) => visibleLength(ready(id)) <= LONGEST_ANSWER);
  const hasWords = prompts.some(({ id }) => ready(id) !== '');
  const isOpen = takesAnswers(status, settings);
  const canGive = isOpen && missing === 0 && isFine && hasWords;

  async function giveAll(): Promise<void> {
    drafts.keepAll();
    typing(null);
    const answer = await send(phase, give, {});
    if (answer !== 'done') {
      explain(answer);
      return;
    }
    onDone();
    announce(
      settings.visible === 'after-own' && !state.revealed && !hasGiven
        ? t`Your answers are given. Those of others lie open for you now.`
        : t`Your answers are given.`,
    );
  }

  function undo(): void {
    for (const { id } of prompts) {
      drafts.type(id, own[id]?.answer.text ?? '');
      drafts.leave(id);
      void send(phase, write, { prompt: id, text: own[id]?.answer.text ?? '' });
    }
    onDone();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canGive) void giveAll();
      }}
    >
      <div className={styles.fields} data-many={prompts.length > 3 ? '' : undefined}>
        {prompts.map((prompt) => (
          <div key={prompt.id} className={styles.field} style={hueStyle(prompt.hue)}>
            <TextArea
              label={words(prompt.title)}
              hint={prompt.hint ? words(prompt.hint) : undefined}
              optional={prompt.optional ? t`may stay empty` : undefined}
              value={drafts.textOf(prompt.id)}
              limit={LONGEST_ANSWER}
              left={(count) => (count < 0 ? t`${-count} too many` : t`${count} left`)}
              minRows={2}
              maxRows={7}
              onChange={(event) => {
                drafts.type(prompt.id, event.target.value);
                typing(event.target.value.trim() === '' ? null : 'answer');
              }}
              onBlur={() => {
                typing(null);
                drafts.leave(prompt.id);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || !canGive) return;
                event.preventDefault();
                void giveAll();
              }}
            />
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <Button tone="primary" type="submit" disabled={!canGive} busy={isGiving}>
          {hasGiven ? (
            <Trans>Give the changes</Trans>
          ) : status === 'done' ? (
            <Trans>Give it late</Trans>
          ) : (
            <Plural value={prompts.length} one="Give your answer" other="Give your answers" />
          )}
        </Button>
        {hasGiven && (
          <Button tone="quiet" onClick={undo}>
            <Trans>Leave them as they were</Trans>
          </Button>
        )}
        <p className={styles.hint} aria-live="polite">
          {!isOpen ? (
            <Trans>You can write already, and give it once this phase is open.</Trans>
          ) : hasWords && missing > 0 ? (
            <Plural value={missing} one="One answer is missing." other="# answers are missing." />
          ) : (
            hasWords && <Kept isKept={drafts.isKept} />
          )}
        </p>
      </div>
    </form>
  );
}

/** Where the words are while they are not given. */
function Kept({ isKept }: { isKept: boolean }) {
  const unsent = useUnsent();
  if (!isKept) return <Trans>Draft kept on this device…</Trans>;
  return unsent > 0 ? (
    <Trans>Draft kept on this device.</Trans>
  ) : (
    <Trans>Draft kept on the server.</Trans>
  );
}
