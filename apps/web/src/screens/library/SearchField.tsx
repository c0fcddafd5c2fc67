import { useLingui } from '@lingui/react/macro';
import { TextField } from '@rondo/design';
import { Search } from 'lucide-react';

interface Props {
  value: string;
  onChange: (value: string) => void;
}

export function SearchField({ value, onChange }: Props) {
  const { t } = useLingui();
  return (
    <TextField
      label={t`Find an activity`}
      hideLabel
      type="search"
      enterKeyHint="search"
      autoComplete="off"
      placeholder={t`Find: a name, a question, an occasion…`}
      lead={<Search size={18} aria-hidden />}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
