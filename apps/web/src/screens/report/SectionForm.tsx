import { Trans, useLingui } from '@lingui/react/macro';
import type { ReportContent } from '@rondo/contract';
import { announce, Button, TextField, useDrag } from '@rondo/design';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { moved, withSection } from './content.ts';
import { EntryForm } from './EntryForm.tsx';
import styles from './Report.module.css';

interface Props {
  section: ReportContent['sections'][number];
  content: ReportContent;
  change: (content: ReportContent) => void;
}

/** One section of the report, to be edited: its title, its lines and their order. */
export function SectionForm({ section, content, change }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  const { id, title, entries } = section;
  const put = (entry: string, to: string, place: number): void => {
    change(moved(content, entry, { section: to, place }));
    announce(t`Moved`);
  };
  const drag = useDrag({
    onDrop: (entry, target, { y }, element) => {
      const there = content.sections.find((each) => each.entries.some((e) => e.id === target));
      if (!there || target === entry) return;
      const { top, height } = element.getBoundingClientRect();
      const rest = there.entries.filter((each) => each.id !== entry);
      const at = rest.findIndex((each) => each.id === target);
      put(entry, there.id, at + Number(y > top + height / 2));
    },
  });
  function add(): void {
    change(
      withSection(content, id, (each) => ({
        ...each,
        entries: [...each.entries, { id: crypto.randomUUID(), text: '' }],
      })),
    );
    // It is there after the next drawing.
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLTextAreaElement>('li:last-child textarea')?.focus();
    });
  }
  return (
    <section className={styles.section}>
      <TextField
        label={t`Heading`}
        maxLength={120}
        value={title}
        onChange={({ target }) =>
          change(withSection(content, id, (each) => ({ ...each, title: target.value })))
        }
      />
      <ol ref={list} className={styles.entries} aria-label={title} {...drag}>
        {entries.map((entry, index) => (
          <EntryForm
            key={entry.id}
            entry={entry}
            section={id}
            content={content}
            change={change}
            index={index}
            count={entries.length}
            put={put}
          />
        ))}
      </ol>
      <div>
        <Button size="s" icon={<Plus size={16} aria-hidden />} onClick={add}>
          <Trans>One more line</Trans>
        </Button>
      </div>
    </section>
  );
}
