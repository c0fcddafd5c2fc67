import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Column } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { memo } from 'react';
import { useWords } from '../../parts/index.ts';
import { GroupBox } from './GroupBox.tsx';
import { isSameColumn, type BoardColumn } from './useColumns.ts';
import styles from './GroupColumn.module.css';

interface Props {
  column: BoardColumn;
  open: boolean;
}

/** One prompt with its groups. Its empty space takes a card out of its group. */
export const GroupColumn = memo(
  Drawn,
  (a, b) => a.open === b.open && isSameColumn(a.column, b.column),
);

function Drawn({ column: { key, prompt, groups }, open }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const cards = useView(({ board }) =>
    groups.reduce((sum, id) => sum + (board.groups[id]?.cards.length ?? 0), 0),
  );
  return (
    <Column
      hue={prompt?.hue}
      title={prompt ? words(prompt.title) : t`Other cards`}
      hint={prompt?.hint && words(prompt.hint)}
      count={t`${plural(cards, { one: '# card', other: '# cards' })}`}
      className={styles.column}
      data-column={key}
      data-drop={open ? `out ${key}` : undefined}
    >
      {groups.length === 0 ? (
        <p className={styles.empty}>{t`Nothing here.`}</p>
      ) : (
        <ul className={styles.groups}>
          {groups.map((id, index) => (
            <GroupBox
              key={id}
              group={id}
              open={open}
              above={groups[index - 1]}
              twoAbove={groups[index - 2]}
              below={groups[index + 1]}
            />
          ))}
        </ul>
      )}
    </Column>
  );
}
