import { useLingui } from '@lingui/react/macro';
import { Markdown, Menu, type MenuEntry } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { ArrowRight, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAct, useMoveEntries, useWords, useWriters } from '../../parts/index.ts';
import { LONGEST_ENTRY, removeEntry, setEntry, type Entry, type EntryId } from '../domain/index.ts';
import { EditWords } from './EditWords.tsx';
import type { useReport } from './useReport.ts';
import styles from './Report.module.css';

interface Props {
  phase: PhaseId;
  report: ReturnType<typeof useReport>;
  id: EntryId;
  entry: Entry;
  isFirst: boolean;
  isLast: boolean;
  step: (entry: EntryId, by: -1 | 1) => void;
  /** Puts it at the end of another section. */
  put: (section: string) => void;
}

/** One line of the report, and what may be done with it. */
export function Line({ phase, report, id, entry, isFirst, isLast, step, put }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const act = useAct(phase);
  const [isEditing, setEditing] = useState(false);
  const writers = useWriters(phase, `entry ${id}`);
  const { settings, mayWrite } = report;
  const moves = useMoveEntries({
    up: isFirst ? null : () => step(id, -1),
    down: isLast ? null : () => step(id, 1),
  });
  const entries: MenuEntry[] = [
    { label: t`Edit`, icon: <Pencil size={16} />, onSelect: () => setEditing(true) },
    ...moves,
    ...settings.sections
      .filter((section) => section.id !== entry.section)
      .map((section) => {
        const title = words(section.title);
        return {
          label: t`To “${title}”`,
          icon: <ArrowRight size={16} />,
          onSelect: () => put(section.id),
        };
      }),
    {
      label: t`Take out`,
      icon: <Trash2 size={16} />,
      danger: true,
      onSelect: () => void act(removeEntry, { entry: id, removed: true }),
    },
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons inside it
    <li
      className={styles.entry}
      data-flip={id}
      data-drag={mayWrite && !isEditing ? id : undefined}
      data-drop={mayWrite ? id : undefined}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
        if (by === null || !event.altKey || !mayWrite || isEditing) return;
        event.preventDefault();
        step(id, by);
      }}
    >
      {isEditing ? (
        <EditWords
          phase={phase}
          slot={`entry ${id}`}
          label={t`Line`}
          text={entry.text}
          revision={entry.revision}
          longest={LONGEST_ENTRY}
          save={(text, revision) => act(setEntry, { entry: id, text, revision })}
          onDone={() => setEditing(false)}
        />
      ) : (
        <div className={styles.line}>
          <div className={styles.text}>
            <Markdown text={entry.text} />
            {writers && <p className={styles.small}>{writers}</p>}
          </div>
          {mayWrite && (
            <Menu
              label={t`More for “${entry.text}”`}
              iconOnly
              size="s"
              align="end"
              button={<Ellipsis size={18} />}
              items={entries}
            />
          )}
        </div>
      )}
    </li>
  );
}
