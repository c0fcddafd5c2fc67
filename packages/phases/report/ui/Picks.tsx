import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Menu } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { Plus } from 'lucide-react';
import { useAct, useWords } from '../../parts/index.ts';
import { takePick, type EntryId } from '../domain/index.ts';
import type { useReport } from './useReport.ts';
import styles from './Report.module.css';

interface Props {
  phase: PhaseId;
  report: ReturnType<typeof useReport>;
}

/** What happened since the last report, for the team to pick from. */
export function Picks({ phase, report: { state, settings } }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const act = useAct(phase);
  // A line that was picked has the id of what it comes from.
  const open = Object.entries(state.picks)
    .filter(([id]) => state.entries[id as EntryId]?.removed !== false)
    .toSorted(([, one], [, other]) => one.place - other.place);
  if (open.length === 0) return null;
  return (
    <section className={styles.picks}>
      <h3 className={styles.sectionTitle}>
        <Trans>Since your last report</Trans>
      </h3>
      <p className={styles.small}>
        <Trans>Only you see this list. What you add goes into the report.</Trans>
      </p>
      <ul className={styles.lines}>
        {open.map(([id, { kind, text, by, meeting }]) => (
          <li key={id} className={styles.entry}>
            <div className={styles.line}>
              <div className={styles.text}>
                <p>{text}</p>
                <p className={styles.small}>
                  <Badge>
                    {kind === 'task' && <Trans>finished</Trans>}
                    {kind === 'topic' && <Trans>talked about</Trans>}
                    {kind === 'decision' && <Trans>decided</Trans>}
                  </Badge>{' '}
                  {[by, meeting].filter(Boolean).join(', ')}
                </p>
              </div>
              <Menu
                label={t`Add “${text}”`}
                iconOnly
                size="s"
                align="end"
                button={<Plus size={18} />}
                items={settings.sections.map((section) => {
                  const title = words(section.title);
                  return {
                    label: t`To “${title}”`,
                    onSelect: () =>
                      void act(takePick, { pick: id as EntryId, section: section.id }),
                  };
                })}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
