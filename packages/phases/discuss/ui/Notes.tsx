import { Trans, useLingui } from '@lingui/react/macro';
import { Markdown, TextArea, TypingDots } from '@rondo/design';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useTyping, useWriters } from '../../parts/index.ts';
import { LONGEST_NOTES } from '../domain/index.ts';
import { useNotes } from './useNotes.ts';
import styles from './Notes.module.css';

interface Props {
  phase: PhaseId;
  topic: GroupId;
  readOnly: boolean;
}

/** What remains of the talk in writing: one text that everybody may change. */
export function Notes({ phase, topic, readOnly }: Props) {
  const { t } = useLingui();
  const notes = useNotes(phase, topic);
  const typing = useTyping(phase);
  const place = `notes ${topic}`;
  const writers = useWriters(phase, place);
  const { field, remember } = useKeptCaret(notes.shown);
  if (readOnly) {
    return notes.shown === '' ? null : (
      <section className={styles.notes}>
        <h3 className={styles.title}>
          <Trans>Notes</Trans>
        </h3>
        <Markdown text={notes.shown} />
      </section>
    );
  }
  return (
    <section className={styles.notes}>
      <TextArea
        ref={field}
        label={
          <span className={styles.row}>
            <span className={styles.title}>
              <Trans>Notes</Trans>
            </span>
            {writers && (
              <span className={styles.writers}>
                <TypingDots hue="discuss" label={writers} />
                <span aria-hidden="true">{writers}</span>
              </span>
            )}
          </span>
        }
        placeholder={t`What shall remain of this? Everybody can write here.`}
        value={notes.shown}
        minRows={3}
        maxRows={18}
        limit={LONGEST_NOTES}
        left={(count) => t`${count} left`}
        onChange={(event) => {
          remember();
          notes.type(event.target.value);
          typing(place);
        }}
        onBlur={() => {
          notes.flush();
          typing(null);
        }}
      />
    </section>
  );
}

/**
 * Keeps the caret at its words when somebody else changes the text around them. What one types
 * oneself is to be remembered before it is drawn: then the browser has put the caret right already.
 */
function useKeptCaret(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const last = useRef({ text, caret: 0 });
  const remember = useCallback(() => {
    const element = field.current;
    if (element) last.current = { text: element.value, caret: element.selectionStart };
  }, []);
  useLayoutEffect(() => {
    const element = field.current;
    const before = last.current;
    if (element && document.activeElement === element && before.text !== text) {
      const caret = caretIn(before.text, text, before.caret);
      element.setSelectionRange(caret, caret);
    }
    remember();
  }, [text, remember]);
  useEffect(() => {
    document.addEventListener('selectionchange', remember);
    return () => document.removeEventListener('selectionchange', remember);
  }, [remember]);
  return { field, remember };
}

/** Where a caret is after somebody else's change: at the same words, from whichever side they are the same. */
function caretIn(before: string, after: string, caret: number): number {
  if (after.startsWith(before.slice(0, caret))) return caret;
  const behind = before.slice(caret);
  return after.endsWith(behind) ? after.length - behind.length : Math.min(caret, after.length);
}
