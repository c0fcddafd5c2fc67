import type { ReportContent, ReportFigure } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { countFigures } from './figures.ts';
import { shownFigures } from './markdown.ts';
import type { ReportRow } from './read.ts';
import { sentenceAbout } from './sentence.ts';
import { weekOf } from './week.ts';

/** The Monday of the week whose figures a report tells. */
const counted = ({ to }: ReportContent): string => weekOf(Date.parse(to)).from;

/**
 * What is kept of a draft's new words. Where they tell of another week, its figures come with them, and the
 * sentence too, unless somebody wrote their own.
 */
export async function recounted(
  tx: Db,
  row: Pick<ReportRow, 'team_id' | 'content' | 'figures'>,
  content: ReportContent,
): Promise<{ content: string; figures?: string }> {
  if (counted(content) === counted(row.content)) return { content: JSON.stringify(content) };
  const { language } = await tx
    .selectFrom('team')
    .select('language')
    .where('id', '=', row.team_id)
    .executeTakeFirstOrThrow();
  const byRule = (figures: readonly ReportFigure[]) =>
    sentenceAbout(shownFigures({ content, figures }), language);
  const figures = await countFigures(tx, row.team_id, counted(content));
  const sentence = content.sentence === byRule(row.figures) ? byRule(figures) : content.sentence;
  return { content: JSON.stringify({ ...content, sentence }), figures: JSON.stringify(figures) };
}
