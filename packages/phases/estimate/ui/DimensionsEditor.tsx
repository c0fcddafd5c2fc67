import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, IconButton } from '@rondo/design';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { movedTo, WordsField } from '../../parts/index.ts';
import { MOST_DIMENSIONS, type Dimension } from '../domain/index.ts';
import { ScaleField } from './ScaleField.tsx';
import styles from './Settings.module.css';

interface Props {
  dimensions: readonly Dimension[];
  change: (dimensions: Dimension[]) => void;
}

/** What is asked of each story, and with which cards. At least one stays. */
export function DimensionsEditor({ dimensions, change }: Props) {
  const { t } = useLingui();
  const put = (next: Dimension): void =>
    change(dimensions.map((each) => (each.id === next.id ? next : each)));

  function move(from: number, to: number): void {
    change(movedTo(dimensions, from, to));
    announce(t`Now dimension ${to + 1} of ${dimensions.length}`);
  }

  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>
        <Trans>Dimensions</Trans>
      </legend>
      <ol className={styles.list}>
        {dimensions.map((dimension, index) => {
          const place = index + 1;
          return (
            <li key={dimension.id} className={styles.dimension}>
              <div className={styles.words}>
                <WordsField
                  label={t`Dimension ${place}`}
                  limit={60}
                  value={dimension.name}
                  change={(name = '') => put({ ...dimension, name })}
                />
                <WordsField
                  label={t`Help for dimension ${place}`}
                  limit={200}
                  optional
                  value={dimension.hint}
                  change={(hint) => {
                    const { hint: _, ...rest } = dimension;
                    put(hint === undefined ? rest : { ...rest, hint });
                  }}
                />
                <ScaleField
                  label={t`Cards of dimension ${place}`}
                  scale={dimension.scale}
                  change={(scale) => put({ ...dimension, scale })}
                />
              </div>
              <div className={styles.actions}>
                <IconButton
                  size="s"
                  label={t`Move dimension ${place} up`}
                  icon={<ArrowUp size={16} />}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                />
                <IconButton
                  size="s"
                  label={t`Move dimension ${place} down`}
                  icon={<ArrowDown size={16} />}
                  disabled={index === dimensions.length - 1}
                  onClick={() => move(index, index + 1)}
                />
                <IconButton
                  size="s"
                  label={t`Remove dimension ${place}`}
                  icon={<Trash2 size={16} />}
                  disabled={dimensions.length === 1}
                  onClick={() => change(dimensions.filter((each) => each !== dimension))}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <Button
        size="s"
        icon={<Plus size={16} aria-hidden />}
        disabled={dimensions.length >= MOST_DIMENSIONS}
        onClick={() =>
          change([
            ...dimensions,
            { id: freeId(dimensions), name: t`New dimension`, scale: 'fibonacci' },
          ])
        }
      >
        <Trans>Add a dimension</Trans>
      </Button>
    </fieldset>
  );
}

function freeId(dimensions: readonly Dimension[]): string {
  for (let n = dimensions.length + 1; ; n++) {
    const id = `dimension-${n}`;
    if (dimensions.every((each) => each.id !== id)) return id;
  }
}
