import type { NoticeKind } from './kinds.ts';
import type { Told } from './names.ts';
import { isNoticeKind } from './ways.ts';

type Path = (about: Readonly<Record<string, string>>, team: string | null) => string | null;

const toTeam: Path = (_, team) => team && `/teams/${team}`;
const toTask: Path = ({ task }, team) => team && `/teams/${team}/tasks?task=${task}`;
const toMeeting: Path = ({ meeting }) => `/m/${meeting}`;
const toOutcome: Path = ({ meeting }) => `/m/${meeting}/outcome`;
const toOrganization: Path = ({ organization }) => `/organizations/${organization}`;
const toPlan: Path = ({ organization }) => `/organizations/${organization}/plan`;
const toReport: Path = ({ report }) => `/reports/${report}`;
const nowhere: Path = () => null;

const PATHS: Readonly<Record<NoticeKind, Path>> = {
  'task-assigned': toTask,
  'task-mention': toTask,
  'task-reply': toTask,
  'task-due': toTask,
  'meeting-started': toMeeting,
  'window-closing': toMeeting,
  'meeting-ended': toOutcome,
  'team-joined': toTeam,
  'team-removed': nowhere,
  'team-lead': toTeam,
  'team-archived': toTeam,
  'team-restored': toTeam,
  'team-merged': toTeam,
  'team-moved': toOrganization,
  'join-asked': ({ organization }) => `/organizations/${organization}#people`,
  'join-answered': ({ answer, organization }) =>
    answer === 'yes' ? `/organizations/${organization}` : '/organizations',
  'team-read-only-soon': toPlan,
  'team-read-only': toPlan,
  'payment-failed': toPlan,
  'report-feedback': toReport,
  'report-published': toReport,
  'export-ready': () => '/account/data',
  'import-done': toTeam,
  'webhook-off': ({ organization }, team) =>
    team ? `/teams/${team}/settings` : `/organizations/${organization}`,
  'retention-soon': (_, team) => team && `/teams/${team}/settings`,
};

/**
 * Where a notice leads; null where what it is about is gone or hidden from the person.
 * @param names of it, as `namesOf` tells them
 */
export function pathOf(
  { kind, about, team_id }: Told,
  names: Readonly<Record<string, string | null>>,
): string | null {
  if (!isNoticeKind(kind)) return null;
  // Who told it may be gone; what it is about may not.
  const isGone = Object.entries(names).some(([key, name]) => key !== 'by' && name === null);
  return isGone ? null : PATHS[kind](about, team_id);
}
