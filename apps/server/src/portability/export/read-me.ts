import { plain } from '../../as-markdown.ts';
import type { Manifest } from '../archive/files.ts';

/** For whoever opens the archive and knows nothing of it. */
export const readMe = ({
  organization,
  teams,
  exportedAt,
  release,
}: Manifest): string => `# ${plain(organization.name)}

Everything of ${teams.length === 1 ? 'one team' : `${teams.length} teams`}, as it was at ${exportedAt}. Made by Rondo ${release}.

To read: each team has a folder in \`teams/\`. What remains of a meeting is in \`meetings/\`, as Markdown (\`.md\`) for people and as a table (\`.csv\`). Tasks are in \`tasks.csv\`.

To use elsewhere: the \`.json\` files hold all of it, and Rondo imports this archive again. Their format is \`rondo-export\`, version 1, described in \`docs/export-format.md\` of Rondo.

Not in here: passwords and links that open something, meetings that were running, tasks and drafts that only their own people see (those are in the archives that they have made of their own data), and who wrote what was written anonymously (nobody knows that).

${teams.map(({ name, folder, meetings, tasks }) => `- ${plain(name)}: \`${folder}\`, ${meetings} meetings, ${tasks} tasks`).join('\n')}
`;
