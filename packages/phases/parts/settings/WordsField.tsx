import { useLingui } from '@lingui/react/macro';
import { TextField } from '@rondo/design';
import type { LocalText } from '@rondo/meeting';
import { useWords } from '../useWords.ts';

interface Props {
  label: string;
  hint?: string;
  placeholder?: string;
  /** The most visible characters. */
  limit: number;
  value: LocalText | undefined;
  /** With undefined for a text that may be left out and is. */
  change: (value: string | undefined) => void;
  optional?: boolean;
  hideLabel?: boolean;
}

/** A text of an activity. Whoever changes it writes in their own language, and in that alone. */
export function WordsField({ limit, value, change, optional = false, ...field }: Props) {
  const { t } = useLingui();
  const words = useWords();
  return (
    <TextField
      {...field}
      {...(optional && { optional: t`optional` })}
      maxLength={limit}
      value={value === undefined ? '' : words(value)}
      onChange={({ target }) => change(target.value === '' && optional ? undefined : target.value)}
    />
  );
}
