import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextField, toast } from '@rondo/design';
import { Copy } from 'lucide-react';

interface Props {
  label: string;
  hint?: string;
  value: string;
}

/** A link to pass on. */
export function CopyField({ label, hint, value }: Props) {
  const { t } = useLingui();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    toast({ text: t`Link copied`, tone: 'ok' });
  };
  return (
    <TextField
      label={label}
      hint={hint}
      readOnly
      value={value}
      onFocus={(event) => event.target.select()}
      trail={
        // Without a secure context there is no clipboard; the field can still be selected.
        window.isSecureContext && (
          <Button size="s" icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
            <Trans>Copy</Trans>
          </Button>
        )
      }
    />
  );
}
