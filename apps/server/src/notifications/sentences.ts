import { dayAt } from '../dates.ts';
import type { NoticeKind } from './kinds.ts';

export type Language = 'en' | 'de';

/** What a sentence speaks of, each under its name as the reader may see it, or a word in its place. */
export interface Spoken {
  readonly by: string;
  readonly task: string;
  readonly meeting: string;
  readonly team: string;
  readonly organization: string;
  readonly report: string;
  /** Of `about`, as it is. */
  readonly about: Readonly<Record<string, string>>;
  /** In which the reader's days begin. */
  readonly zone: string;
}

/** In place of what is gone, or no longer theirs. */
export const UNNAMED = {
  en: { by: 'Somebody', other: 'something that is no longer there for you' },
  de: { by: 'Jemand', other: 'etwas, das für dich nicht mehr da ist' },
};

type Sentences = Readonly<Record<NoticeKind, (spoken: Spoken) => string>>;

const EN: Sentences = {
  'task-assigned': ({ by, task }) => `${by} made you the owner of “${task}”.`,
  'task-mention': ({ by, task }) => `${by} mentioned you in “${task}”.`,
  'task-reply': ({ by, task }) => `${by} replied in “${task}”.`,
  'task-due': ({ task }) => `“${task}” is due.`,
  'meeting-started': ({ meeting, team }) => `“${meeting}” of ${team} has begun.`,
  'window-closing': ({ meeting }) => `“${meeting}” is still waiting for you, and closes soon.`,
  'meeting-ended': ({ meeting }) => `“${meeting}” has ended. Here is the outcome.`,
  'team-joined': ({ by, team }) => `${by} joined ${team}.`,
  'team-removed': ({ by }) => `${by} removed you from a team.`,
  'team-lead': ({ by, team }) => `${by} made you a lead of ${team}.`,
  'team-archived': ({ by, team }) => `${by} archived ${team}.`,
  'team-restored': ({ by, team }) => `${by} restored ${team}.`,
  'team-merged': ({ by, team }) => `${by} merged a team of yours into ${team}.`,
  'team-moved': ({ by, team, organization }) => `${by} moved ${team} to ${organization}.`,
  'join-asked': ({ by, organization }) => `${by} asks to join ${organization} or a team of it.`,
  'join-answered': ({ about }) =>
    about['answer'] === 'yes' ? 'You were let in.' : 'Your request to join was turned down.',
  'team-read-only-soon': ({ organization, about, zone }) =>
    `${organization} has more teams than its plan allows. From ${dayAt(new Date(about['from'] ?? ''), 'en', zone)} some can only be read.`,
  'team-read-only': ({ organization }) =>
    `${organization} has more teams than its plan allows: some can only be read now.`,
  'payment-failed': ({ organization }) => `The payment for ${organization} did not work.`,
  'report-feedback': ({ report }) => `Somebody wrote feedback on report ${report}.`,
  'report-published': ({ report, team }) => `${team} published report ${report}.`,
  'export-ready': () => 'Your export is ready to be fetched.',
  'import-done': () => 'Your import is done.',
  'retention-soon': ({ team, about }) =>
    `${about['meetings']} old meetings of ${team} are deleted in a week.`,
  'webhook-off': () => 'A webhook was switched off, because nothing had arrived there for days.',
};

const DE: Sentences = {
  'task-assigned': ({ by, task }) => `${by} hat dir „${task}“ übergeben.`,
  'task-mention': ({ by, task }) => `${by} hat dich in „${task}“ erwähnt.`,
  'task-reply': ({ by, task }) => `${by} hat in „${task}“ geantwortet.`,
  'task-due': ({ task }) => `„${task}“ ist fällig.`,
  'meeting-started': ({ meeting, team }) => `„${meeting}“ von ${team} hat begonnen.`,
  'window-closing': ({ meeting }) => `„${meeting}“ wartet noch auf dich und schließt bald.`,
  'meeting-ended': ({ meeting }) => `„${meeting}“ ist zu Ende. Hier ist das Ergebnis.`,
  'team-joined': ({ by, team }) => `${by} ist jetzt in ${team}.`,
  'team-removed': ({ by }) => `${by} hat dich aus einem Team entfernt.`,
  'team-lead': ({ by, team }) => `${by} hat dir die Leitung von ${team} gegeben.`,
  'team-archived': ({ by, team }) => `${by} hat ${team} archiviert.`,
  'team-restored': ({ by, team }) => `${by} hat ${team} wiederhergestellt.`,
  'team-merged': ({ by, team }) => `${by} hat ein Team von dir mit ${team} zusammengelegt.`,
  'team-moved': ({ by, team, organization }) =>
    `${by} hat ${team} nach ${organization} verschoben.`,
  'join-asked': ({ by, organization }) =>
    `${by} möchte zu ${organization} oder einem Team dort dazukommen.`,
  'join-answered': ({ about }) =>
    about['answer'] === 'yes' ? 'Du bist aufgenommen.' : 'Deine Anfrage wurde abgelehnt.',
  'team-read-only-soon': ({ organization, about, zone }) =>
    `${organization} hat mehr Teams, als der Plan erlaubt. Ab ${dayAt(new Date(about['from'] ?? ''), 'de', zone)} kann man manche nur noch lesen.`,
  'team-read-only': ({ organization }) =>
    `${organization} hat mehr Teams, als der Plan erlaubt: Manche kann man jetzt nur noch lesen.`,
  'payment-failed': ({ organization }) => `Die Zahlung für ${organization} hat nicht geklappt.`,
  'report-feedback': ({ report }) => `Zu Bericht ${report} hat jemand etwas geschrieben.`,
  'report-published': ({ report, team }) => `${team} hat Bericht ${report} veröffentlicht.`,
  'export-ready': () => 'Dein Export liegt bereit.',
  'import-done': () => 'Dein Import ist fertig.',
  'retention-soon': ({ team, about }) =>
    `${about['meetings']} alte Meetings von ${team} werden in einer Woche gelöscht.`,
  'webhook-off': () => 'Ein Webhook wurde abgeschaltet: Dort kam tagelang nichts mehr an.',
};

/** What happened, in one sentence. */
export const sentence = (language: Language, kind: NoticeKind, spoken: Spoken): string =>
  (language === 'de' ? DE : EN)[kind](spoken);
