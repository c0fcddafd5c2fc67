import { Trans, useLingui } from '@lingui/react/macro';
import type { OrganizationPlan } from '@rondo/contract';
import { buttonClass, Dialog } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Answer } from '../../../shell/Answer.tsx';
import { MakeRoom } from './MakeRoom.tsx';
import { paysIn, roomIn, usePlan } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';
import styles from './Plan.module.css';

interface Props {
  organization: string;
  open: boolean;
  onClose: () => void;
}

/** No room for another team: what can be done about it, while what was typed stays behind it. */
export function NoRoom({ organization, open, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`No room for another team`}
      closeLabel={t`Close`}
      size="m"
    >
      <Ways organization={organization} onClose={onClose} />
    </Dialog>
  );
}

function Ways({ organization, onClose }: Omit<Props, 'open'>) {
  const { t } = useLingui();
  const query = usePlan(organization);
  const { data, refetch } = query;
  // Whoever was refused knows something newer than what was fetched before.
  useEffect(() => void refetch(), [refetch]);
  return (
    <Answer query={query} loading={t`The plan is loading`}>
      {(plan) =>
        data && roomIn(data) !== 0 ? (
          <p>
            <Trans>There is room now. Close this, and try again.</Trans>
          </p>
        ) : (
          <Chooser plan={plan} onClose={onClose} />
        )
      }
    </Answer>
  );
}

function Chooser({ plan, onClose }: { plan: OrganizationPlan; onClose: () => void }) {
  const words = usePlanWords();
  const { organization, limits, used } = plan;
  const name = words.name(plan.plan);
  const most = limits.activeTeams;
  return (
    <div className={styles.choice}>
      <p>
        <Trans>
          The plan {name} of {organization.name} allows {most} active teams, and there are{' '}
          {used.activeTeams}. What you typed stays here.
        </Trans>
      </p>
      <MakeRoom organization={organization.id} onDone={onClose} />
      <h3 className={styles.name}>
        <Trans>A larger plan</Trans>
      </h3>
      <p>
        {paysIn(plan) ? (
          <Trans>It opens beside this page, so that nothing here is lost.</Trans>
        ) : (
          <Trans>Owners, and who looks after billing, may change it: ask one of them.</Trans>
        )}
      </p>
      <Link
        to="/organizations/$organization"
        params={{ organization: organization.id }}
        hash="plan"
        target="_blank"
        className={buttonClass({ tone: paysIn(plan) ? 'primary' : 'plain' })}
      >
        {paysIn(plan) ? <Trans>See the plans</Trans> : <Trans>See what is used</Trans>}
      </Link>
    </div>
  );
}
