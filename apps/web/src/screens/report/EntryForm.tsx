import { useLingui } from '@lingui/react/macro';
import type { ReportContent } from '@rondo/contract';
import { Menu, TextArea, type MenuEntry } from '@rondo/design';
import { ArrowDown, ArrowRight, ArrowUp, Ellipsis, GripVertical, Trash2 } from 'lucide-react';
import { withEntry } from './content.ts';
import styles from './Report.module.css';

interface Props {
  entry: { id: string; text: string };
  section: string;
  content: ReportContent;
  change: (content: ReportContent) => void;
  index: number;
  count: number;
  put: (entry: string, section: string, place: number) => void;
}

/** As many visible characters as the server takes. */
const LONGEST = 2_400;

/** One line: its words, and where it stands. */
export function EntryForm({ entry, section, content, change, index, count, put }: Props) {
  const { t } = useLingui();
  const place = index + 1;
  const items: MenuEntry[] = [
    {
      label: t`Move up`,
      icon: <ArrowUp size={16} />,
      keys: 'Alt+↑',
      disabled: index === 0,
      onSelect: () => put(entry.id, section, index - 1),
    },
    {
      label: t`Move down`,
      icon: <ArrowDown size={16} />,
      keys: 'Alt+↓',
      disabled: index === count - 1,
      onSelect: () => put(entry.id, section, index + 1),
    },
    ...content.sections
      .filter(({ id }) => id !== section)
      .map(({ id, title, entries }) => ({
        label: t`To “${title}”`,
        icon: <ArrowRight size={16} />,
        onSelect: () => put(entry.id, id, entries.length),
      })),
    {
      label: t`Take out`,
      icon: <Trash2 size={16} />,
      danger: true,
      onSelect: () => change(withEntry(content, section, entry.id, () => null)),
    },
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the field inside it
    <li
      className={styles.entry}
      data-drag={entry.id}
      data-drop={entry.id}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
        if (by === null || !event.altKey) return;
        event.preventDefault();
        if (index + by >= 0 && index + by < count) put(entry.id, section, index + by);
      }}
    >
      <GripVertical aria-hidden size={18} className={styles.grip} />
      <div className={styles.words}>
        <TextArea
          hideLabel
          label={t`Line ${place}`}
          value={entry.text}
          minRows={1}
          limit={LONGEST}
          left={(left) => t`${left} left`}
          onChange={({ target }) =>
            change(
              withEntry(content, section, entry.id, (each) => ({ ...each, text: target.value })),
            )
          }
        />
      </div>
      <Menu
        label={t`More for line ${place}`}
        iconOnly
        size="s"
        align="end"
        button={<Ellipsis size={18} />}
        items={items}
      />
    </li>
  );
}
