import { useLingui } from '@lingui/react/macro';
import { toast } from '@rondo/design';
import { Copy } from 'lucide-react';
import { linesOf } from './repairLines.ts';
import styles from './Repair.module.css';

/** Shorter than this it is a word of the sentence, not something to take along. */
const LEAST = 12;

/** How it is mended, as the server says it; commands and settings in it can be taken along. */
export function Repair({ text }: { text: string }) {
  return (
    <div className={styles.repair} lang="en">
      {linesOf(text).map(({ id, pieces }) => (
        <p key={id} className={styles.line}>
          {pieces.map(({ id: piece, text: words, isCode }) =>
            !isCode ? (
              words
            ) : words.length < LEAST || !window.isSecureContext ? (
              // Without a secure context there is no clipboard; the text can still be selected.
              <code key={piece} className={styles.code}>
                {words}
              </code>
            ) : (
              <Copyable key={piece} text={words} />
            ),
          )}
        </p>
      ))}
    </div>
  );
}

function Copyable({ text }: { text: string }) {
  const { t } = useLingui();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast({ text: t`Copied`, tone: 'ok' });
  };
  return (
    <button type="button" className={styles.copyable} onClick={() => void copy()}>
      <code>{text}</code>
      <Copy size={14} className={styles.sign} aria-label={t`Copy`} />
    </button>
  );
}
