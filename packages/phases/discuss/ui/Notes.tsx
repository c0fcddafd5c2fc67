import { Trans, useLingui } from '@lingui/react/macro';
import { Markdown, TextArea, TypingDots } from '@rondo/design';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { useLayoutEffect, useRef } from 'react';
import { useTyping } from '../../parts/index.ts';
import { LONGEST_NOTES } from '../domain/index.ts';
import { useNotes } from './useNotes.ts';
import { useWriters } from './useWriters.ts';
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
  const field = useKeptCaret(notes.shown);
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

/** Keeps the caret at its words when somebody else changes the text around them. */
function useKeptCaret(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const last = useRef({ text, caret: 0 });
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const before = last.current;
    if (document.activeElement === element && before.text !== text) {
      const moved = caretIn(before.text, text, before.caret);
      // By one's own key the browser has put the caret where it belongs.
      if (element.selectionStart === text.length && moved !== null)
        element.setSelectionRange(moved, moved);
    }
    last.current = { text, caret: element.selectionStart };
    const remember = (): void => {
      last.current = { text: element.value, caret: element.selectionStart };
    };
    document.addEventListener('selectionchange', remember);
    return () => document.removeEventListener('selectionchange', remember);
  }, [text]);
  return field;
}

/** Where a caret is after a change elsewhere; null when the change was at the caret itself. */
function caretIn(before: string, after: string, caret: number): number | null {
  if (after.startsWith(before.slice(0, caret)) && before !== after) return caret;
  if (after.endsWith(before.slice(caret))) return after.length - (before.length - caret);
  return null;
}
