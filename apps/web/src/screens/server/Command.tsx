import { useLingui } from '@lingui/react/macro';
import { IconButton, toast } from '@rondo/design';
import { Copy } from 'lucide-react';
import { useId } from 'react';
import styles from './Command.module.css';

/** Lines for a terminal or a file of settings, to take along as they are. */
export function Command({ text }: { text: string }) {
  const { t } = useLingui();
  const id = useId();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast({ text: t`Copied`, tone: 'ok' });
  };
  return (
    <span className={styles.command}>
      <code id={id} className={styles.text} lang="en">
        {text}
      </code>
      {/* Without a secure context there is no clipboard; the text can still be selected. */}
      {window.isSecureContext && (
        <IconButton
          size="s"
          label={t`Copy`}
          aria-describedby={id}
          icon={<Copy size={16} />}
          onClick={() => void copy()}
        />
      )}
    </span>
  );
}
