import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@rondo/design';
import { useSteers } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useWords } from '../../parts/index.ts';
import { asksForOptions, OPTIONS } from '../domain/index.ts';
import { AddOption } from './AddOption.tsx';
import { usePoll } from './usePoll.ts';
import styles from './Options.module.css';

/** What can be chosen, for everybody to read; who may add to it does so here. */
export function Options({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const steers = useSteers();
  const { status, settings, state } = usePoll(phase);
  const { options, answers } = state;
  if (!asksForOptions(settings.way)) return null;
  const mayAdd = settings.open
    ? status === 'open' || (steers && status === 'ahead')
    : steers && answers === 0 && (status === 'open' || status === 'ahead');
  return (
    <section aria-label={t`Options`} className={styles.options}>
      {options.length === 0 && (
        <EmptyState hue="poll" title={t`No options yet`} drawing="lines">
          <Trans>They appear here as soon as somebody adds them.</Trans>
        </EmptyState>
      )}
      <ul className={styles.list}>
        {options.map(({ id, label }) => (
          <li key={id} className={styles.option}>
            {words(label)}
          </li>
        ))}
      </ul>
      {mayAdd && options.length < OPTIONS.most && <AddOption phase={phase} />}
    </section>
  );
}
