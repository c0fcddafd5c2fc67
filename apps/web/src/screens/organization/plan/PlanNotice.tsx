import { Trans } from '@lingui/react/macro';
import type { Team } from '@rondo/contract';
import { Banner, buttonClass } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../../shell/useMe.ts';
import { usePlanWords } from './usePlanWords.ts';

/** On a team beyond the plan: what becomes of it, or has, and what each role can do about it. */
export function PlanNotice({ team }: { team: Team }) {
  const words = usePlanWords();
  const { organizations } = useMe().me;
  if (team.readOnlyFrom === null || team.condition === 'archived') return null;
  const role = organizations.find(({ id }) => id === team.organization.id)?.role;
  const pays = role === 'owner' || role === 'billing';
  const organization = team.organization.name;
  const day = words.day(team.readOnlyFrom);
  return (
    <Banner
      tone={team.condition === 'read-only' ? 'read-only' : 'warn'}
      action={
        <Link
          to="/organizations/$organization"
          params={{ organization: team.organization.id }}
          hash="plan"
          className={buttonClass({ size: 's' })}
        >
          {pays ? <Trans>See the plan</Trans> : <Trans>See what is used</Trans>}
        </Link>
      }
    >
      {team.condition === 'read-only' ? (
        <Trans>
          This team can only be read: {organization} has more teams than its plan allows. Meetings
          that run go on to their end, and everything can be exported.
        </Trans>
      ) : (
        <Trans>
          From {day} on this team can only be read: {organization} has more teams than its plan
          allows. Until then nothing changes.
        </Trans>
      )}{' '}
      {pays ? (
        <Trans>
          Change the plan, archive a team nobody needs, or choose which teams stay open.
        </Trans>
      ) : team.manages ? (
        <Trans>
          If it is needed, ask an owner of the organization to keep it open; if not, archive it.
        </Trans>
      ) : (
        <Trans>If it is needed, tell its lead, or an owner of the organization.</Trans>
      )}
    </Banner>
  );
}
