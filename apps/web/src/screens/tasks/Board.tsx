import { Plural } from '@lingui/react/macro';
import type { TeamTask } from '@rondo/contract';
import { Column, useDrag, useFlip, type DragPoint, type Hue } from '@rondo/design';
import { useEffect, useRef } from 'react';
import { COLUMNS, inColumn, type ColumnName, type Place } from './columns.ts';
import { NewTask } from './NewTask.tsx';
import { TaskCard } from './TaskCard.tsx';
import { useColumnWords } from './useColumnWords.ts';
import styles from './Board.module.css';

const HUES: Record<ColumnName, Hue> = {
  future: 'collect',
  active: 'estimate',
  stuck: 'rate',
  done: 'review',
};

interface Props {
  team: string;
  /** All of them, and those that are shown. */
  tasks: readonly TeamTask[];
  shown: readonly TeamTask[];
  readOnly: boolean;
  onOpen: (task: string) => void;
  onPut: (task: TeamTask, place: Place) => void;
  onDrop: (task: TeamTask) => void;
  onArchive: (task: TeamTask) => void;
  onMade: () => void;
}

/** The four columns of a team's tasks. */
export function Board({
  team,
  tasks,
  shown,
  readOnly,
  onOpen,
  onPut,
  onDrop,
  onArchive,
  onMade,
}: Props) {
  const words = useColumnWords();
  const board = useRef<HTMLDivElement>(null);
  const refocus = useRef<string | null>(null);
  const key = shown.map(({ id, stage, status }) => `${id}${stage}${status}`).join(' ');
  useFlip(board, key);
  // Where not all columns fit, what is being worked on is seen first.
  useEffect(() => {
    const active = board.current?.querySelector<HTMLElement>('[data-drop="active"]');
    if (active) board.current?.scrollTo({ left: active.offsetLeft - board.current.offsetLeft });
  }, []);
  useEffect(() => {
    const id = refocus.current;
    refocus.current = null;
    if (id !== null)
      board.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`)?.focus();
  }, [key]);

  function put(task: TeamTask, place: Place): void {
    refocus.current = task.id;
    onPut(task, place);
  }

  function drop(id: string, target: string, at: DragPoint, element: HTMLElement): void {
    const task = tasks.find((each) => each.id === id);
    const column = COLUMNS.find((each) => each === target);
    if (!task) return;
    if (column) {
      const last = inColumn(tasks, column)
        .filter((each) => each.id !== id)
        .at(-1);
      onPut(task, { column, behind: last?.id ?? null });
      return;
    }
    const over = tasks.find((each) => each.id === target);
    if (over) onPut(task, placeAt(over, at, element));
  }

  /** Before or behind a task, by which half of it the pointer was over. */
  function placeAt(over: TeamTask, at: DragPoint, element: HTMLElement): Place {
    const column = over.status === 'done' ? 'done' : over.stage;
    const { top, height } = element.getBoundingClientRect();
    if (at.y > top + height / 2) return { column, behind: over.id };
    const others = inColumn(tasks, column);
    return { column, behind: others[others.findIndex(({ id }) => id === over.id) - 1]?.id ?? null };
  }

  const drag = useDrag({ onDrop: drop });
  return (
    <div ref={board} className={styles.board} {...drag}>
      {COLUMNS.map((column) => {
        const here = inColumn(shown, column);
        return (
          <Column
            key={column}
            className={styles.column}
            hue={HUES[column]}
            title={words[column].title}
            hint={words[column].hint}
            count={
              <span>
                <Plural value={here.length} one="# task" other="# tasks" />
              </span>
            }
            data-drop={column}
          >
            {column !== 'done' && !readOnly && (
              <NewTask team={team} stage={column} column={words[column].title} onDone={onMade} />
            )}
            <ul className={styles.cards}>
              {here.map((task) => (
                <TaskCard
                  key={task.id}
                  task={task}
                  tasks={tasks}
                  readOnly={readOnly}
                  onOpen={() => onOpen(task.id)}
                  onPut={(place) => put(task, place)}
                  onDrop={() => onDrop(task)}
                  onArchive={() => onArchive(task)}
                />
              ))}
            </ul>
          </Column>
        );
      })}
    </div>
  );
}
