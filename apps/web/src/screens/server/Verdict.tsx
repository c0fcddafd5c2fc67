import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, CircleHelp, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Examined } from './findings.ts';
import styles from './Verdict.module.css';

interface Props {
  examined: Examined;
  action: ReactNode;
  children: ReactNode;
}

/** How the server is, in one sentence. */
export function Verdict({ examined, action, children }: Props) {
  const { t } = useLingui();
  const { failures, warnings, unseen, well } = examined;
  const isEmpty = failures.length + warnings.length + unseen.length + well.length === 0;
  const [look, Sign, title]: [string | undefined, LucideIcon, string] = isEmpty
    ? [styles.unknown, CircleHelp, t`The doctor has not looked yet`]
    : failures.length > 0
      ? [
          styles.failure,
          CircleAlert,
          t`${plural(failures.length, { one: 'One thing has to be mended', other: '# things have to be mended' })}`,
        ]
      : warnings.length > 0
        ? [
            styles.warning,
            CircleCheck,
            t`${plural(warnings.length, { one: 'Well, with one thing worth mending', other: 'Well, with # things worth mending' })}`,
          ]
        : [styles.well, CircleCheck, t`All is well`];
  return (
    <section className={styles.verdict} aria-labelledby="verdict">
      <span className={`${styles.sign} ${look}`} aria-hidden>
        <Sign size={30} strokeWidth={1.9} />
      </span>
      <div className={styles.words}>
        <h2 id="verdict" className={styles.title}>
          {title}
        </h2>
        {!isEmpty && failures.length + warnings.length === 0 && (
          <p className={styles.calm}>
            <Trans>There is nothing for you to do here.</Trans>
          </p>
        )}
        {children}
      </div>
      <div className={styles.action}>{action}</div>
    </section>
  );
}
