import { useLingui } from '@lingui/react/macro';
import { FlowRail, type Hue } from '@rondo/design';
import { usePeople, useView } from '@rondo/live/react';
import type { Following } from './useFollow.ts';
import { usePhaseTitle, useStatusWords } from './usePhaseWords.ts';
import styles from './Flow.module.css';

/** The phases as rings on a line. Everybody may look at any of them; the facilitator leads from its menu. */
export function Flow({ following }: { following: Following }) {
  const { t } = useLingui();
  const titleOf = usePhaseTitle();
  const statusOf = useStatusWords();
  const { flow, phases } = useView(
    ({ board }) => board,
    (a, b) => a.flow === b.flow && a.phases === b.phases,
  );
  const people = usePeople();
  const items = flow.flatMap((id) => {
    const phase = phases[id];
    if (!phase) return [];
    const isLead = id === following.lead;
    const others = Object.values(people).filter((person) => person.at === id).length;
    return [
      {
        id,
        label: titleOf(phase),
        note: !isLead && others > 0 ? t`${others} here` : undefined,
        // Every kind of phase has a hue of its own name.
        hue: phase.kind as Hue,
        state: isLead
          ? ('now' as const)
          : phase.status === 'open'
            ? ('now' as const)
            : phase.status,
        stateLabel: statusOf(phase, isLead),
        onSelect: () => following.look(id),
      },
    ];
  });
  return (
    <div className={styles.flow}>
      <FlowRail label={t`Phases of this meeting`} items={items} viewing={following.viewing} />
    </div>
  );
}
