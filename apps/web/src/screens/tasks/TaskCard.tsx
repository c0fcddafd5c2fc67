import { useLingui } from '@lingui/react/macro';
import type { TeamTask } from '@rondo/contract';
import { MarkdownSpan, markdownText, Menu, type MenuEntry } from '@rondo/design';
import { Archive, ArrowDown, ArrowUp, MoreHorizontal, Pencil, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { COLUMNS, columnBeside, columnOf, stepIn, type Place } from './columns.ts';
import { TaskFacts } from './TaskFacts.tsx';
import { useColumnWords } from './useColumnWords.ts';
import styles from './TaskCard.module.css';

interface Props {
  task: TeamTask;
  /** The whole board, to know what is above and below. */
  tasks: readonly TeamTask[];
  readOnly: boolean;
  onOpen: () => void;
  onPut: (place: Place) => void;
  onDrop: () => void;
  onArchive: () => void;
}

/** A task on the board: to be dragged, moved by the arrow keys, or by its menu. */
export function TaskCard({ task, tasks, readOnly, onOpen, onPut, onDrop, onArchive }: Props) {
  const { t } = useLingui();
  const words = useColumnWords();
  const column = columnOf(task);

  function press(event: KeyboardEvent): void {
    if (readOnly || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = placeFor(event.key);
    if (place === undefined) return;
    event.preventDefault();
    if (place) onPut(place);
  }

  /** Where a key brings the task; null: nowhere from here; undefined: it means something else. */
  function placeFor(key: string): Place | null | undefined {
    if (key === 'ArrowUp') return stepIn(tasks, task, 'up');
    if (key === 'ArrowDown') return stepIn(tasks, task, 'down');
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
    const beside = columnBeside(column, key === 'ArrowLeft' ? -1 : 1);
    return beside && { column: beside, behind: null };
  }

  const up = stepIn(tasks, task, 'up');
  const down = stepIn(tasks, task, 'down');
  const items: MenuEntry[] = [
    { label: t`Open`, icon: <Pencil size={16} />, onSelect: onOpen },
    { heading: t`Move to` },
    ...COLUMNS.map((each) => ({
      label: words[each].title,
      checked: each === column,
      onSelect: () => {
        if (each !== column) onPut({ column: each, behind: null });
      },
    })),
    'line',
    {
      label: t`Up`,
      icon: <ArrowUp size={16} />,
      disabled: up === null,
      onSelect: () => up && onPut(up),
    },
    {
      label: t`Down`,
      icon: <ArrowDown size={16} />,
      disabled: down === null,
      onSelect: () => down && onPut(down),
    },
    ...(column === 'done'
      ? [{ label: t`Archive it`, icon: <Archive size={16} />, onSelect: onArchive }]
      : [{ label: t`Drop it`, icon: <X size={16} />, danger: true, onSelect: onDrop }]),
  ];
  return (
    <li
      className={styles.card}
      data-drag={readOnly ? undefined : task.id}
      data-drop={task.id}
      data-flip={task.id}
      data-done={column === 'done' ? '' : undefined}
    >
      <div className={styles.head}>
        <button
          type="button"
          className={styles.open}
          data-handle=""
          data-task={task.id}
          aria-keyshortcuts={readOnly ? undefined : 'ArrowUp ArrowDown ArrowLeft ArrowRight'}
          onClick={onOpen}
          onKeyDown={press}
        >
          <MarkdownSpan text={task.text} />
        </button>
        {!readOnly && (
          <Menu
            label={t`Move or drop: ${markdownText(task.text)}`}
            button={<MoreHorizontal size={18} aria-hidden />}
            items={items}
            size="s"
            align="end"
            iconOnly
          />
        )}
      </div>
      <TaskFacts task={task} />
    </li>
  );
}
