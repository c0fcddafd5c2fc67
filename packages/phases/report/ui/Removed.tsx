import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@rondo/design';
import { sorted, type PhaseId } from '@rondo/meeting';
import { useAct } from '../../parts/index.ts';
import { removeEntry } from '../domain/index.ts';
import type { useReport } from './useReport.ts';
import styles from './Report.module.css';

interface Props {
  phase: PhaseId;
  report: ReturnType<typeof useReport>;
}

/** Lines that were taken out, to put them back. What was picked waits with the other picks. */
export function Removed({ phase, report: { state, mayWrite } }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const out = sorted(state.entries).filter(([, { removed, from }]) => removed && from !== 'pick');
  if (out.length === 0 || !mayWrite) return null;
  return (
    <details className={styles.picks}>
      <summary>
        {t`${plural(out.length, { one: '# line taken out', other: '# lines taken out' })}`}
      </summary>
      <ul className={styles.lines}>
        {out.map(([id, { text }]) => (
          <li key={id} className={styles.entry}>
            <div className={styles.line}>
              <p className={styles.text}>{text}</p>
              <Button size="s" onClick={() => void act(removeEntry, { entry: id, removed: false })}>
                <Trans>Put back</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
