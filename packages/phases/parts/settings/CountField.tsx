import { TextField } from '@rondo/design';

interface Props {
  label: string;
  hint?: string;
  unit?: string;
  optional?: string;
  least: number;
  most: number;
  value: number | undefined;
  /** With undefined for a field that is empty. */
  change: (value: number | undefined) => void;
}

/** A whole number within bounds. What is typed beyond them becomes the bound. */
export function CountField({ least, most, value, change, unit, ...field }: Props) {
  return (
    <TextField
      {...field}
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      value={value ?? ''}
      trail={unit}
      onChange={({ target }) => {
        const typed = target.valueAsNumber;
        change(
          Number.isNaN(typed) ? undefined : Math.min(most, Math.max(least, Math.round(typed))),
        );
      }}
    />
  );
}
