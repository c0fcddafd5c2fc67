import { Trans, useLingui } from '@lingui/react/macro';
import { IconButton } from '@rondo/design';
import { Plus, X } from 'lucide-react';
import { OrderList, useWords } from '../../parts/index.ts';
import type { PollOption } from '../domain/index.ts';
import styles from './AnswerTray.module.css';

interface Props {
  options: readonly PollOption[];
  choice: readonly string[];
  onChoose: (choice: readonly string[]) => void;
}

/** Options in my order: those I choose come last, and move from there. What I leave out I would not choose at all. */
export function RankedChoices({ options, choice, onChoose }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const labelOf = (id: string): string => {
    const option = options.find((each) => each.id === id);
    return option ? words(option.label) : '';
  };
  const chosen = choice.filter((id) => options.some((each) => each.id === id));
  const left = options.filter(({ id }) => !chosen.includes(id));
  return (
    <div className={styles.ranked}>
      {chosen.length > 0 && (
        <OrderList
          label={t`Your order`}
          hue="poll"
          items={chosen.map((id) => ({
            id,
            title: labelOf(id),
            action: (
              <IconButton
                size="s"
                label={t`Leave “${labelOf(id)}” out`}
                icon={<X size={18} />}
                onClick={() => onChoose(chosen.filter((each) => each !== id))}
              />
            ),
          }))}
          onOrder={onChoose}
        />
      )}
      {left.length > 0 && (
        <div className={styles.left}>
          <p className={styles.hint}>
            {chosen.length === 0 ? (
              <Trans>Choose your favourite first, then the next one.</Trans>
            ) : (
              <Trans>What comes next? You may leave options out.</Trans>
            )}
          </p>
          <ul className={styles.chips}>
            {left.map(({ id, label }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.chip}
                  data-upright=""
                  aria-label={t`“${words(label)}” as number ${chosen.length + 1}`}
                  onClick={() => onChoose([...chosen, id])}
                >
                  <Plus size={16} aria-hidden="true" />
                  {words(label)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
