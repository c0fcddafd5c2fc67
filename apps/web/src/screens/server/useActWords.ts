import { useLingui } from '@lingui/react/macro';
import type { AuditedAct } from '@rondo/contract';

/** What was done, in plain words. A newer server may write down what has none here yet. */
export function useActWords(): (act: Pick<AuditedAct, 'act' | 'about'>) => string {
  const { t } = useLingui();
  const runs: Readonly<Record<string, string>> = {
    doctor: t`The doctor looked`,
    rehearsal: t`Many people were rehearsed`,
    backup: t`A backup was made`,
    'restore-test': t`A restore was tried out`,
    restore: t`A backup was restored`,
    'settings-export': t`Settings were exported`,
    upgrade: t`The server was upgraded`,
  };
  const acts: Readonly<Record<string, string>> = {
    'server-claimed': t`The server got its owner`,
    'server-started': t`A server started`,
    'server-stopped': t`A server stopped`,
    'account-made': t`An account was made`,
    'signed-in': t`Signed in`,
    'session-ended': t`Signed out`,
    'sign-ins-failed': t`Signing in failed`,
    'password-changed': t`Password changed`,
    'invitation-made': t`A link to join was made`,
    'invitation-used': t`An invitation was used`,
    'invitation-withdrawn': t`An invitation was withdrawn`,
    'team-made': t`A team was made`,
    'team-changed': t`A team was changed`,
    'guest-policy-changed': t`Who may come as a guest was changed`,
    'role-changed': t`A role was changed`,
    'member-removed': t`Somebody was removed from a team`,
    'team-joined': t`Somebody joined a team`,
    'team-archived': t`A team was archived`,
    'team-restored': t`A team was restored`,
    'team-moved': t`A team was moved to another organization`,
    'team-merged': t`A team was merged into another`,
    'organization-made': t`An organization was made`,
    'organization-changed': t`An organization was changed`,
    'organization-role-changed': t`A role in an organization was changed`,
    'organization-member-removed': t`Somebody left or was removed from an organization`,
    'organization-joined': t`Somebody joined an organization`,
    'domain-verified': t`A mail domain was verified`,
    'domain-removed': t`A mail domain was removed`,
    'request-answered': t`A request to join was answered`,
    'meeting-started': t`A meeting was started`,
    'meeting-ended': t`A meeting ended`,
    'meeting-reopened': t`A meeting was opened again`,
    'meeting-deleted': t`A meeting was deleted`,
    'participant-removed': t`Somebody was removed from a meeting`,
    'outcome-exported': t`An outcome was exported`,
    'outcome-mailed': t`An outcome was mailed`,
    'activity-shared': t`An activity was shared`,
    'series-changed': t`A series was changed`,
    'data-exported': t`An export file was asked for`,
    'export-fetched': t`An export file was fetched`,
    'data-imported': t`An archive was imported`,
    'meeting-imported': t`A meeting of another tool was brought in`,
    'retention-changed': t`How long a team keeps its meetings was changed`,
    'meetings-expired': t`Meetings were deleted, as they were kept long enough`,
    'account-erased': t`An account was erased`,
    'plan-changed': t`A plan was changed`,
    'report-channel-changed': t`How a team publishes its reports was changed`,
    'report-published': t`A report was published`,
    'report-unpublished': t`A report was taken back`,
    'report-corrected': t`A report was corrected`,
    'report-deleted': t`A report was deleted`,
    'webhook-made': t`A webhook was made`,
    'webhook-changed': t`A webhook was changed`,
    'webhook-removed': t`A webhook was removed`,
    'mail-read': t`A mail of the outbox was read`,
    'mail-sent-again': t`A mail was sent again`,
  };
  return ({ act, about: { kind = '', by } }) => {
    if (act === 'operation-run') return runs[kind] ?? kind;
    if (act === 'password-changed' && by === 'reset') return t`Password reset by mail`;
    if (act === 'invitation-made' && kind === 'mail') return t`Invited by mail`;
    return acts[act] ?? act;
  };
}
