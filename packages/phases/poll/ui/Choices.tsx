import { useLingui } from '@lingui/react/macro';
import type { PhaseId } from '@rondo/meeting';
import { HandFist } from 'lucide-react';
import { useId } from 'react';
import { ChoiceCard, useExplain, useWords } from '../../parts/index.ts';
import { mostChoices } from '../domain/index.ts';
import { usePoll } from './usePoll.ts';
import styles from './AnswerTray.module.css';

interface Props {
  phase: PhaseId;
  choice: readonly string[];
  onChoose: (choice: readonly string[]) => void;
}

/** One card for each option: one of them, or several, is mine. */
export function Choices({ phase, choice, onChoose }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const explain = useExplain();
  const name = useId();
  const { settings, state } = usePoll(phase);
  const { way } = settings;
  const most = mostChoices(settings, state.options.length);
  const isMany = way === 'multiple';

  function toggle(id: string, isOn: boolean): void {
    if (!isMany) return onChoose([id]);
    if (!isOn) return onChoose(choice.filter((each) => each !== id));
    if (choice.length >= most) return explain('full');
    onChoose([...choice, id]);
  }

  return (
    <fieldset className={styles.cards} data-way={way}>
      <legend className="visually-hidden">
        {isMany ? t`Choose up to ${most}` : words(settings.question)}
      </legend>
      {state.options.map(({ id, label }) => (
        <ChoiceCard
          key={id}
          type={isMany ? 'checkbox' : 'radio'}
          name={name}
          value={id}
          checked={choice.includes(id)}
          onChange={(isOn) => toggle(id, isOn)}
        >
          {way === 'fist' ? (
            <>
              <span className={styles.point} aria-hidden="true">
                {id === '0' ? <HandFist size={24} /> : id}
              </span>
              <span className="visually-hidden">{words(label)}</span>
              <span className={styles.words} aria-hidden="true">
                {words(label).replace(/^[^:]*: /, '')}
              </span>
            </>
          ) : (
            <span className={styles.label}>{words(label)}</span>
          )}
        </ChoiceCard>
      ))}
    </fieldset>
  );
}
