import { useLingui } from '@lingui/react/macro';
import { Select, TextField } from '@rondo/design';
import { useState } from 'react';
import {
  FEWEST_VALUES,
  LONGEST_VALUE,
  MOST_VALUES,
  PASS,
  SCALES,
  UNSURE,
  valuesOf,
  type Scale,
  type ScaleName,
} from '../domain/index.ts';

interface Props {
  label: string;
  scale: Scale;
  change: (scale: Scale) => void;
}

/** The cards of a dimension: a scale that is built in, or values of one's own. */
export function ScaleField({ label, scale, change }: Props) {
  const { t } = useLingui();
  const names: Record<ScaleName, string> = {
    fibonacci: t`Fibonacci`,
    'modified-fibonacci': t`Modified Fibonacci`,
    't-shirt': t`T-shirt sizes`,
    'five-fingers': t`Five fingers`,
    priorities: t`Priorities`,
    'powers-of-two': t`Powers of two`,
    hours: t`Hours`,
  };
  // `Object.keys` forgets that these are exactly the scales.
  const known = Object.keys(SCALES) as ScaleName[];
  const isOwn = typeof scale !== 'string';
  const [text, setText] = useState(valuesOf(scale).join(', '));
  const values = valuesIn(text);

  function error(): string | undefined {
    if (values.length < FEWEST_VALUES) return t`At least ${FEWEST_VALUES} values, please.`;
    if (values.length > MOST_VALUES) return t`At most ${MOST_VALUES} values, please.`;
    if (new Set(values).size < values.length) return t`Two values are the same.`;
    if (values.some((each) => [...each].length > LONGEST_VALUE))
      return t`A value has at most ${LONGEST_VALUE} characters.`;
    if (values.some(isTaken)) return t`“?” and “Pass” are there by themselves.`;
    return undefined;
  }

  return (
    <>
      <Select
        label={label}
        value={isOwn ? 'own' : scale}
        hint={
          isOwn
            ? undefined
            : [...valuesOf(scale), '?', t({ context: 'card', message: 'Pass' })].join(' · ')
        }
        onChange={({ target }) => {
          const name = known.find((each) => each === target.value);
          if (name !== undefined) {
            setText(valuesOf(name).join(', '));
            change(name);
          } else change({ values: [...valuesOf(scale)] });
        }}
      >
        {known.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
        <option value="own">{t`Values of your own`}</option>
      </Select>
      {isOwn && (
        <TextField
          label={t`Values`}
          hint={t`From the lowest to the highest, with commas between them.`}
          error={error()}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            change({ values: valuesIn(target.value) });
          }}
        />
      )}
    </>
  );
}

const valuesIn = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

const isTaken = (value: string): boolean => value === UNSURE || value.toLowerCase() === PASS;
