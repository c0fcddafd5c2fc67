import type { Db } from '../database/database.ts';
import type { LetterItem } from '../mail/letter.ts';
import { namesFor, namesOf, type Told } from './names.ts';
import { pathOf } from './path.ts';
import { sentence, UNNAMED, type Language } from './sentences.ts';
import { isNoticeKind } from './ways.ts';

/** Whose letter it is. */
interface Reader {
  readonly language: Language;
  readonly zone: string;
}

/**
 * Notices as the lines of a letter, with links to what they are about.
 * @param db of the person, who reads of nothing that they may not see
 */
export async function toldInMail(
  db: Db,
  notices: readonly Told[],
  { language, zone }: Reader,
  link: (path: string) => string,
): Promise<LetterItem[]> {
  const names = await namesFor(db, notices);
  const { by, other } = UNNAMED[language];
  return notices.flatMap((told) => {
    if (!isNoticeKind(told.kind)) return [];
    const own = namesOf(told, names);
    const text = sentence(language, told.kind, {
      by: own['by'] ?? by,
      task: own['task'] ?? other,
      meeting: own['meeting'] ?? other,
      organization: own['organization'] ?? other,
      report: own['report'] ?? other,
      team: (told.team_id === null ? undefined : names.team.get(told.team_id)) ?? other,
      about: told.about,
      zone,
    });
    const path = pathOf(told, own);
    return [path === null ? text : { text, url: link(path) }];
  });
}
