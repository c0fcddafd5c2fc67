import { Trans } from '@lingui/react/macro';
import type { Report } from '@rondo/contract';
import { Badge, Banner } from '@rondo/design';
import styles from './Report.module.css';

/** What the report is right now, and who sees it. */
export function Head({ report: { number, state, audience, open, team } }: { report: Report }) {
  return (
    <header className={styles.head}>
      <h1 className={styles.number}>#{number}</h1>
      {state === 'draft' && (
        <>
          <Badge tone="warn">
            <Trans>Draft</Trans>
          </Badge>
          <span className={styles.small}>
            <Trans>Only {team.name} sees it.</Trans>
          </span>
        </>
      )}
      {state === 'published' && audience === 'public' && (
        <>
          <Badge tone="ok">
            <Trans>Public</Trans>
          </Badge>
          <span className={styles.small}>
            <Trans>Everybody with the link sees it.</Trans>
          </span>
        </>
      )}
      {state === 'published' && audience === 'private' && (
        <>
          <Badge>
            <Trans>Organization</Trans>
          </Badge>
          <span className={styles.small}>
            <Trans>Everybody in your organization sees it.</Trans>
          </span>
        </>
      )}
      {!open && (
        <Banner tone="read-only">
          <Trans>This team can only be read right now, so the report stays as it is.</Trans>
        </Banner>
      )}
    </header>
  );
}
