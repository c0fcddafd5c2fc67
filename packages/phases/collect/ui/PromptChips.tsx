import { useLingui } from '@lingui/react/macro';
import { hueStyle } from '@rondo/design';
import type { Prompt } from '@rondo/meeting';
import { useId } from 'react';
import { useWords } from '../../parts/index.ts';
import styles from './PromptChips.module.css';

interface Props {
  prompts: readonly Prompt[];
  value: string;
  onChange: (prompt: string) => void;
}

/** Which prompt a card answers: radio buttons that look like chips, so Tab and the arrows do what they do. */
export function PromptChips({ prompts, value, onChange }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const name = useId();
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">{t`Column`}</legend>
      {prompts.map((prompt) => (
        <label key={prompt.id} className={styles.chip} style={hueStyle(prompt.hue)}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={prompt.id}
            checked={prompt.id === value}
            onChange={() => onChange(prompt.id)}
          />
          {words(prompt.title)}
        </label>
      ))}
    </fieldset>
  );
}
