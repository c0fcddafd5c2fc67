import { Trans, useLingui } from '@lingui/react/macro';
import { announce, hueStyle, useDrag, useFlip } from '@rondo/design';
import type { PhaseId, Prompt } from '@rondo/meeting';
import { useRef } from 'react';
import { useAct, useWords } from '../../parts/index.ts';
import { entriesOf, moveEntry, type EntryId } from '../domain/index.ts';
import { AddLine } from './AddLine.tsx';
import { Line } from './Line.tsx';
import type { useReport } from './useReport.ts';
import styles from './Report.module.css';

interface Props {
  phase: PhaseId;
  report: ReturnType<typeof useReport>;
  section: Prompt;
}

/** One section with its lines: dragged, also into another section, or moved by keys and menu. */
export function Section({ phase, report, section }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const act = useAct(phase);
  const list = useRef<HTMLOListElement>(null);
  const { state, settings, mayWrite } = report;
  const entries = entriesOf(state, section.id);
  const ids = entries.map(([id]) => id);
  useFlip(list, ids.join());

  const place = (entry: EntryId, to: string, behind: EntryId | null): void => {
    void act(moveEntry, { entry, section: to, behind }).then((done) => done && announce(t`Moved`));
  };
  const drag = useDrag({
    onDrop: (id, target, { y }, element) => {
      // Both attributes carry ids of lines, or of a section.
      const entry = id as EntryId;
      const into = settings.sections.find((each) => `section ${each.id}` === target);
      if (into) {
        const last = entriesOf(state, into.id).findLast(([each]) => each !== entry)?.[0] ?? null;
        if (state.entries[entry]?.section !== into.id) place(entry, into.id, last);
        return;
      }
      const other = target as EntryId;
      const there = state.entries[other]?.section;
      if (there === undefined || other === entry) return;
      const rest = entriesOf(state, there).flatMap(([each]) => (each === entry ? [] : [each]));
      const { top, height } = element.getBoundingClientRect();
      place(entry, there, y > top + height / 2 ? other : (rest[rest.indexOf(other) - 1] ?? null));
    },
  });
  /** One place up or down; nothing at the end of the section. */
  function step(entry: EntryId, by: -1 | 1): void {
    const at = ids.indexOf(entry);
    if (ids[at + by] === undefined) return;
    place(entry, section.id, ids[by < 0 ? at - 2 : at + 1] ?? null);
  }
  return (
    <section
      className={styles.section}
      style={hueStyle(section.hue)}
      {...(mayWrite && drag)}
      data-drop={mayWrite ? `section ${section.id}` : undefined}
    >
      <h4 className={styles.sectionTitle}>{words(section.title)}</h4>
      {section.hint && mayWrite && <p className={styles.small}>{words(section.hint)}</p>}
      {entries.length === 0 ? (
        <p className={styles.small}>
          <Trans>Nothing here yet.</Trans>
        </p>
      ) : (
        <ol ref={list} className={styles.lines} aria-label={words(section.title)}>
          {entries.map(([id, entry], index) => (
            <Line
              key={id}
              phase={phase}
              report={report}
              id={id}
              entry={entry}
              isFirst={index === 0}
              isLast={index === entries.length - 1}
              step={step}
              put={(to) => place(id, to, entriesOf(state, to).at(-1)?.[0] ?? null)}
            />
          ))}
        </ol>
      )}
      {mayWrite && <AddLine phase={phase} section={section.id} />}
    </section>
  );
}
