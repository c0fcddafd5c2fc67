import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Notification } from '@rondo/contract';
import { dateIn } from '@rondo/design';

/** What a sentence speaks of, under the name that this person may still see. */
interface Spoken {
  by: string;
  task: string;
  meeting: string;
  organization: string;
  report: string;
  team: string;
  about: Readonly<Record<string, string>>;
}

/** What happened, in one sentence. */
export function useNoticeWords(): (notice: Notification) => string {
  const { t } = useLingui();
  const sentences = useSentences();
  return ({ kind, names, about, team }) => {
    const gone = t`something that is no longer yours to see`;
    // Of a release that knows more kinds than this page: nothing that it says is known here.
    const sentence = sentences[kind] ?? (() => t`Something is new for you.`);
    return sentence({
      by: names['by'] ?? t`Somebody`,
      task: names['task'] ?? gone,
      meeting: names['meeting'] ?? gone,
      organization: names['organization'] ?? gone,
      report: names['report'] ?? gone,
      team: team?.name ?? gone,
      about,
    });
  };
}

function useSentences(): Readonly<Partial<Record<string, (spoken: Spoken) => string>>> {
  const { t, i18n } = useLingui();
  return {
    'task-assigned': ({ by, task }) => t`${by} made you the owner of “${task}”.`,
    'task-mention': ({ by, task }) => t`${by} mentioned you in “${task}”.`,
    'task-reply': ({ by, task }) => t`${by} replied in “${task}”.`,
    'task-due': ({ task }) => t`“${task}” is due.`,
    'meeting-started': ({ meeting }) => t`“${meeting}” has begun.`,
    'window-closing': ({ meeting }) => t`“${meeting}” is still waiting for you, and closes soon.`,
    'meeting-ended': ({ meeting }) => t`“${meeting}” has ended. Its outcome is there.`,
    'team-joined': ({ by, team }) => t`${by} joined ${team}.`,
    'team-removed': ({ by }) => t`${by} removed you from a team.`,
    'team-lead': ({ by, team }) => t`${by} made you a lead of ${team}.`,
    'team-archived': ({ by, team }) => t`${by} archived ${team}.`,
    'team-restored': ({ by, team }) => t`${by} restored ${team}.`,
    'team-merged': ({ by, team }) => t`${by} merged a team of yours into ${team}.`,
    'team-moved': ({ by, organization, team }) => t`${by} moved ${team} to ${organization}.`,
    'join-asked': ({ by, organization }) => t`${by} asks to join ${organization} or a team of it.`,
    'join-answered': ({ about }) =>
      about['answer'] === 'yes' ? t`You were let in.` : t`Your request to join was turned down.`,
    'team-read-only-soon': ({ organization, about }) => {
      const from = dateIn(i18n.locale, new Date(about['from'] ?? ''), { dateStyle: 'long' });
      return t`${organization} has more teams than its plan allows. From ${from} some can only be read.`;
    },
    'team-read-only': ({ organization }) =>
      t`${organization} has more teams than its plan allows: some can only be read now.`,
    'payment-failed': ({ organization }) => t`The payment for ${organization} did not work.`,
    'report-feedback': ({ report }) => t`Somebody wrote feedback on report ${report}.`,
    'report-published': ({ report, team }) => t`${team} published report ${report}.`,
    'export-ready': () => t`Your export is ready to be fetched.`,
    'import-done': () => t`Your import is done.`,
    'retention-soon': ({ team, about }) => {
      const count = Number(about['meetings']);
      return t`${plural(count, { one: 'One old meeting', other: '# old meetings' })} of ${team} will be deleted in a week.`;
    },
    'webhook-off': () => t`A webhook was switched off, because nothing had arrived there for days.`,
  };
}
