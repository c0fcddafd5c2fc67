import { TextField } from '@rondo/design';
import { Search } from 'lucide-react';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Narrows a long list; the database looks for it. */
export function FindField({ label, value, onChange }: Props) {
  return (
    <TextField
      label={label}
      hideLabel
      type="search"
      enterKeyHint="search"
      autoComplete="off"
      placeholder={label}
      maxLength={100}
      lead={<Search size={18} aria-hidden />}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
