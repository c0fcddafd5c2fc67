import { Trans, useLingui } from '@lingui/react/macro';
import type { TeamActivity } from '@rondo/contract';
import { Button, buttonClass } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { FileUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { ActivityCard } from './ActivityCard.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { FIRST } from './shelves.ts';
import styles from './Library.module.css';
import yours from './YoursShelf.module.css';

/** Two rows; a team that composes much has dozens. */
const MOST = 2 * FIRST;

interface Props {
  activities: readonly TeamActivity[];
  team: string;
}

/** What teams have composed and this one finds: its own, and what was shared with it. And the way to one more. */
export function YoursShelf({ activities, team }: Props) {
  const { t } = useLingui();
  const [isImporting, setImporting] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const custom = activities
    .filter((activity) => activity.custom !== undefined)
    // The team's own ones first.
    .toSorted((a, b) => Number(b.custom?.mayEdit) - Number(a.custom?.mayEdit));
  return (
    <section className={styles.section} aria-labelledby="shelf-yours">
      <div className={styles.shelfHead}>
        <h2 id="shelf-yours" className={styles.shelfName}>
          <Trans>Yours</Trans>
          {custom.length > 0 && (
            <>
              {' '}
              <span className={styles.count}>{custom.length}</span>
            </>
          )}
        </h2>
        <span className={yours.ways}>
          <Link to="/teams/$team/compose" params={{ team }} className={buttonClass({ size: 's' })}>
            <Plus aria-hidden size={16} /> <Trans>Compose your own</Trans>
          </Link>
          <Button
            size="s"
            icon={<FileUp aria-hidden size={16} />}
            onClick={() => setImporting(true)}
          >
            <Trans>Import</Trans>
          </Button>
        </span>
        {custom.length === 0 && (
          <p className={styles.shelfHint}>
            <Trans>
              Put steps together as your team likes them, or open any activity and make your own
              version of it.
            </Trans>
          </p>
        )}
      </div>
      {custom.length > 0 && (
        <ul className={styles.shelf} aria-label={t`Composed activities`}>
          {custom.slice(0, isWhole ? custom.length : MOST).map((activity) => (
            <ActivityCard key={activity.id} activity={activity} team={team} />
          ))}
        </ul>
      )}
      {!isWhole && custom.length > MOST && (
        <p className={styles.more}>
          <Button onClick={() => setWhole(true)}>
            <Trans>Show all of yours</Trans>
          </Button>
        </p>
      )}
      <ImportDialog open={isImporting} onClose={() => setImporting(false)} team={team} />
    </section>
  );
}
