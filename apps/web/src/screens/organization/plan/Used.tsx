import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OrganizationPlan } from '@rondo/contract';
import { Progress, Stat } from '@rondo/design';
import { usePlanWords } from './usePlanWords.ts';
import styles from './Plan.module.css';

/** The plan, and what of it is used. */
export function Used({ plan }: { plan: OrganizationPlan }) {
  const { t, i18n } = useLingui();
  const words = usePlanWords();
  const number = new Intl.NumberFormat(i18n.locale);
  const { activeTeams, activeMembers } = plan.used;
  const most = plan.limits.activeTeams;
  const isFull = most !== null && activeTeams >= most;
  return (
    <section className={styles.used} aria-label={t`What is used`}>
      <div className={styles.stats}>
        <Stat
          hue="collect"
          value={words.name(plan.plan)}
          label={words.allows(plan.limits)}
          note={plan.setBy === 'server' && t`Given by the owner of this server`}
        />
        <Stat
          hue={isFull ? 'vote' : 'discuss'}
          value={number.format(activeTeams)}
          label={<Plural value={activeTeams} one="active team" other="active teams" />}
          note={t`Archived ones do not count`}
        />
        <Stat
          value={number.format(activeMembers)}
          label={<Plural value={activeMembers} one="active member" other="active members" />}
          note={t`In 28 days`}
        />
      </div>
      {most !== null && (
        <Progress
          hue={isFull ? 'vote' : 'discuss'}
          value={Math.min(activeTeams, most)}
          max={most}
          label={t`Active teams`}
          note={t`${activeTeams} of ${most}`}
        />
      )}
      <p className={styles.note}>
        <Trans>
          A member is active who did something on purpose within the last 28 days: took part in a
          meeting, worked on a task, led a team. Having a page open is not enough, and guests never
          count.
        </Trans>
      </p>
    </section>
  );
}
