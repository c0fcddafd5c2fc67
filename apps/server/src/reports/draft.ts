import { randomUUIDv7 } from 'node:crypto';
import type { ReportContent } from '@rondo/contract';
import { inLanguage, type Board, type MeetingId } from '@rondo/meeting';
import { reportOf, type Told } from '@rondo/phases/report/domain';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { AccountsOf } from '../meetings/accounts-of.ts';
import { newKey } from '../meetings/new-key.ts';
import { indexReport } from '../search/index-reports.ts';
import { takeNumber } from './channel.ts';
import { countFigures } from './figures.ts';
import { sentenceAbout } from './sentence.ts';
import { weekOf } from './week.ts';

/**
 * Keeps what a meeting wants to tell as the team's draft, in the transaction that ends it. When the same
 * meeting ends again it is the same draft with the same number; what is published stays as it is, and
 * of a draft that somebody has edited meanwhile only new lines are added.
 */
export async function keepDraft(
  tx: Db,
  team: string,
  meeting: MeetingId,
  board: Board,
  accounts: AccountsOf,
): Promise<void> {
  const told = reportOf(board);
  if (!told) return;
  const known = await tx
    .selectFrom('report')
    .select(['id', 'content', 'told', 'edited', 'published_at'])
    .where('meeting_id', '=', meeting)
    .forUpdate()
    .executeTakeFirst();
  if (known?.published_at) return;
  const { language } = await tx
    .selectFrom('team')
    .select('language')
    .where('id', '=', team)
    .executeTakeFirstOrThrow();
  const week = weekOf(board.endedAt ?? board.startedAt);
  const sections = sectionsOf(told, language);
  const lines = sections.flatMap(({ entries }) => entries.map(({ id }) => id));
  const author = {
    author_user: accounts.get(told.author.id) ?? null,
    author_name: told.author.name,
  };
  if (known?.edited) {
    const content = JSON.stringify(withNew(known.content, sections, new Set(known.told)));
    await change(tx, known.id)
      .set({ content, told: [...new Set([...known.told, ...lines])] })
      .execute();
    await indexReport(tx, known.id);
    return;
  }
  const figures = await countFigures(tx, team, week.from);
  const given = known
    ? { number: null, figures: known.content.figures }
    : await takeNumber(tx, team);
  const shown = figures.filter(({ name }) => given.figures.includes(name));
  const content: ReportContent = {
    title: told.title,
    intro: told.intro,
    ...week,
    figures: given.figures,
    sentence: sentenceAbout(shown, language),
    sections,
  };
  const values = {
    content: JSON.stringify(content),
    figures: JSON.stringify(figures),
    told: lines,
    ...author,
  };
  if (known) {
    await change(tx, known.id).set(values).execute();
    await indexReport(tx, known.id);
  } else if (given.number !== null) {
    const id = randomUUIDv7();
    await tx
      .insertInto('report')
      .values({
        id,
        team_id: team,
        meeting_id: meeting,
        number: given.number,
        key: newKey<string>(),
        ...values,
      })
      .execute();
    await indexReport(tx, id);
  }
}

const change = (tx: Db, report: string) =>
  tx
    .updateTable('report')
    .set({ version: sql<number>`version + 1`, changed_at: sql<Date>`now()` })
    .where('id', '=', report);

const sectionsOf = (told: Told, language: 'en' | 'de'): ReportContent['sections'] =>
  told.sections.map(({ id, title, entries }) => ({
    id,
    title: inLanguage(title, language),
    entries: entries.map((entry) => ({ id: entry.id, text: entry.text })),
  }));

/** The draft as people have edited it, and behind it, in their sections, the lines that it has never had. */
function withNew(
  content: ReportContent,
  now: ReportContent['sections'],
  told: ReadonlySet<string>,
): ReportContent {
  return {
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      entries: [
        ...section.entries,
        ...(now.find(({ id }) => id === section.id)?.entries ?? []).filter(
          ({ id }) => !told.has(id),
        ),
      ],
    })),
  };
}
