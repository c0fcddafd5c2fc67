import type { Language } from '../accounts/letters.ts';
import { dayAt } from '../dates.ts';
import type { Letter } from '../mail/letter.ts';

interface Facts {
  readonly organization: string;
  /** By name; at least one. */
  readonly teams: readonly string[];
  /** When they become read-only; null: they are. */
  readonly from: Date | null;
  /** Of the reader. */
  readonly zone: string;
  readonly isReminder: boolean;
  /** Whether the reader may change the plan. */
  readonly pays: boolean;
  readonly url: string;
}

/** So many teams are named, the others counted. */
const MOST_NAMED = 20;

/** The mail about teams that are more than the plan allows. */
export function noticeLetter(language: Language, facts: Facts): Letter {
  return language === 'de' ? inGerman(facts) : inEnglish(facts);
}

function inEnglish({ organization, teams, from, zone, isReminder, pays, url }: Facts): Letter {
  const what = teams.length === 1 ? `The team ${teams[0]}` : `${teams.length} teams`;
  return {
    language: 'en',
    subject:
      from === null
        ? `${what} can only be read now`
        : `${isReminder ? 'Reminder: ' : ''}${what} can only be read from ${dayAt(from, 'en', zone)} on`,
    paragraphs: [
      `${organization} has more teams than its plan allows.`,
      from === null
        ? 'Everything that was done there can still be read and exported, and meetings that were running go on to their end. New meetings and changes have to wait.'
        : 'Until then nothing changes. After that, everything done there can still be read and exported, and meetings that are running go on to their end; new meetings and changes have to wait.',
      pays
        ? 'You decide: change the plan, archive teams nobody needs any more, or choose which teams stay open.'
        : 'If the team is needed, ask an owner of your organization to change the plan or to keep this team open. A team nobody needs any more can be archived.',
    ],
    lists: listOf('Which teams', teams, (count) => `and ${count} more`),
    button: { label: pays ? 'See the plan' : 'See what is used', url },
    footnote: pays
      ? 'You get this mail because you look after the plan of the organization.'
      : 'You get this mail because you lead a team that this is about.',
  };
}

function inGerman({ organization, teams, from, zone, isReminder, pays, url }: Facts): Letter {
  const what = teams.length === 1 ? `Das Team ${teams[0]}` : `${teams.length} Teams`;
  const are = teams.length === 1 ? 'ist' : 'sind';
  return {
    language: 'de',
    subject:
      from === null
        ? `${what} ${are} jetzt nur noch lesbar`
        : `${isReminder ? 'Erinnerung: ' : ''}${what} ${are} ab ${dayAt(from, 'de', zone)} nur noch lesbar`,
    paragraphs: [
      `${organization} hat mehr Teams, als der Tarif erlaubt.`,
      from === null
        ? 'Alles, was dort entstanden ist, kannst du weiter lesen und exportieren, und laufende Meetings gehen bis zu ihrem Ende. Neue Meetings und Änderungen müssen warten.'
        : 'Bis dahin ändert sich nichts. Danach kannst du alles, was dort entstanden ist, weiter lesen und exportieren, und laufende Meetings gehen bis zu ihrem Ende; neue Meetings und Änderungen müssen warten.',
      pays
        ? 'Du entscheidest: Wechsle den Tarif, archiviere Teams, die niemand mehr braucht, oder wähle aus, welche Teams offen bleiben.'
        : 'Wird das Team gebraucht, dann bitte jemanden, dem die Organisation gehört, den Tarif zu wechseln oder dieses Team offen zu halten. Ein Team, das niemand mehr braucht, lässt sich archivieren.',
    ],
    lists: listOf('Welche Teams', teams, (count) => `und ${count} weitere`),
    button: { label: pays ? 'Zum Tarif' : 'Ansehen, was belegt ist', url },
    footnote: pays
      ? 'Du bekommst diese Mail, weil du dich um den Tarif der Organisation kümmerst.'
      : 'Du bekommst diese Mail, weil du ein Team leitest, um das es geht.',
  };
}

function listOf(
  title: string,
  teams: readonly string[],
  more: (count: number) => string,
): NonNullable<Letter['lists']> {
  if (teams.length === 1) return [];
  const named = teams.slice(0, MOST_NAMED);
  const rest = teams.length - named.length;
  return [{ title, items: rest > 0 ? [...named, more(rest)] : named }];
}
