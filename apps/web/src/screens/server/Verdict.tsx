import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Examined } from './findings.ts';
import styles from './Verdict.module.css';

interface Props {
  examined: Examined;
  /** The doctor looked, but not lately. */
  isOld: boolean;
  action: ReactNode;
  /** What was looked at. */
  children: ReactNode;
}

type State = 'failure' | 'warning' | 'well' | 'unknown';

const SIGNS = {
  failure: CircleAlert,
  warning: CircleCheck,
  well: CircleCheck,
  unknown: CircleHelp,
} as const satisfies Record<State, unknown>;

/** How the server is, in one sentence. */
export function Verdict({ examined, isOld, action, children }: Props) {
  const state = stateOf(examined, isOld);
  const Sign = SIGNS[state];
  return (
    <section className={styles.verdict} aria-labelledby="verdict">
      <span className={`${styles.sign} ${styles[state]}`} aria-hidden>
        <Sign size={30} strokeWidth={1.9} />
      </span>
      <div className={styles.words}>
        <h2 id="verdict" className={styles.title}>
          <Title examined={examined} isOld={isOld} />
        </h2>
        {state === 'well' && examined.unseen.length === 0 && (
          <p className={styles.calm}>
            <Trans>There is nothing for you to do here.</Trans>
          </p>
        )}
        {isOld && (
          <p className={styles.calm}>
            <Trans>
              It should look every hour. If it does not now, the log of the server says why.
            </Trans>
          </p>
        )}
        {children}
      </div>
      <div className={styles.action}>{action}</div>
    </section>
  );
}

function stateOf({ failures, warnings, well }: Examined, isOld: boolean): State {
  if (failures.length > 0) return 'failure';
  // What was well long ago says little.
  if (isOld) return 'unknown';
  if (warnings.length > 0) return 'warning';
  return well.length > 0 ? 'well' : 'unknown';
}

function Title({
  examined: { failures, warnings, unseen, well },
  isOld,
}: Omit<Props, 'action' | 'children'>) {
  const { t } = useLingui();
  if (failures.length > 0)
    return t`${plural(failures.length, { one: 'One thing has to be mended', other: '# things have to be mended' })}`;
  if (isOld) return t`The doctor has not looked for hours`;
  if (warnings.length > 0)
    return t`${plural(warnings.length, { one: 'Well, with one thing worth mending', other: 'Well, with # things worth mending' })}`;
  if (well.length === 0) return t`The doctor has not looked yet`;
  return unseen.length > 0 ? t`All is well, as far as it can be seen` : t`All is well`;
}
