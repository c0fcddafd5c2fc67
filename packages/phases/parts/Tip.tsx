import { Trans } from '@lingui/react/macro';
import { useSteers, useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from './useWords.ts';
import styles from './Tip.module.css';

interface Props {
  phase: PhaseId;
  /** Said where the activity has no tip of its own. */
  children?: ReactNode;
}

/** A hint for whoever facilitates; nobody else sees it. It fills space that the work has not filled yet. */
export function Tip({ phase, children }: Props) {
  const words = useWords();
  const steers = useSteers();
  const tip = useView((view) => view.board.phases[phase]?.tip ?? null);
  const isOver = useView(({ board }) => {
    const status = board.phases[phase]?.status;
    return status === 'done' || status === 'skipped';
  });
  const text = tip === null ? children : words(tip);
  if (!steers || isOver || !text) return null;
  return (
    <aside className={styles.tip}>
      <Lightbulb aria-hidden="true" size={18} className={styles.icon} />
      <p className={styles.words}>
        <span className={styles.whose}>
          <Trans>For you as facilitator</Trans>
        </span>
        {text}
      </p>
    </aside>
  );
}
