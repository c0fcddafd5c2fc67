import { useLingui } from '@lingui/react/macro';

export interface KindGroup {
  title: string;
  kinds: { kind: string; label: string }[];
}

/** What one can be told, in groups that people look for. */
export function useKindWords(): KindGroup[] {
  const { t } = useLingui();
  return [
    {
      title: t`Tasks`,
      kinds: [
        { kind: 'task-assigned', label: t`A task becomes yours` },
        { kind: 'task-mention', label: t`Somebody mentions you` },
        { kind: 'task-reply', label: t`Somebody replies where you wrote` },
        { kind: 'task-due', label: t`A task of yours is due` },
      ],
    },
    {
      title: t`Meetings`,
      kinds: [
        { kind: 'meeting-started', label: t`A meeting begins` },
        { kind: 'window-closing', label: t`A meeting waits for you and closes soon` },
        { kind: 'meeting-ended', label: t`A meeting ends without you` },
        { kind: 'report-published', label: t`The team publishes a report` },
        { kind: 'report-feedback', label: t`Somebody writes feedback on a report` },
      ],
    },
    {
      title: t`Teams and organizations`,
      kinds: [
        { kind: 'team-joined', label: t`Somebody joins a team that you lead` },
        { kind: 'team-lead', label: t`You become lead` },
        { kind: 'team-removed', label: t`You are removed from a team` },
        { kind: 'team-archived', label: t`A team is archived` },
        { kind: 'team-restored', label: t`A team is restored` },
        { kind: 'team-merged', label: t`Two teams become one` },
        { kind: 'team-moved', label: t`A team moves to another organization` },
        { kind: 'join-asked', label: t`Somebody asks to join` },
        { kind: 'join-answered', label: t`Your request to join is answered` },
      ],
    },
    {
      title: t`Plan, data and webhooks`,
      kinds: [
        { kind: 'team-read-only-soon', label: t`Teams will become read-only` },
        { kind: 'team-read-only', label: t`Teams became read-only` },
        { kind: 'payment-failed', label: t`A payment did not work` },
        { kind: 'export-ready', label: t`Your export is ready` },
        { kind: 'import-done', label: t`Your import is done` },
        { kind: 'retention-soon', label: t`Old meetings will be deleted` },
        { kind: 'webhook-off', label: t`A webhook was switched off` },
      ],
    },
  ];
}
