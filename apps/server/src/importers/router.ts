import { buffer } from 'node:stream/consumers';
import type { ColumnMapping, ForeignFormat } from '@rondo/contract';
import { LARGEST_FOREIGN_FILE } from '@rondo/contract/limits';
import type { App } from '../app.ts';
import { needSeen } from '../database/seen.ts';
import { signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { deleteFile, readFile } from '../portability/files/keep-file.ts';
import { needWhole } from '../portability/files/uploads.ts';
import { needRole } from '../teams/access.ts';
import { keepForeign } from './keep.ts';
import { previewOf } from './preview.ts';
import { readForeign, type ReadForeign } from './read-foreign.ts';

const LOOKS: Limit = { name: 'foreign-look', most: 300, seconds: 3_600 };

interface Wanted {
  readonly upload: string;
  readonly format?: ForeignFormat | undefined;
  readonly mapping?: ColumnMapping | undefined;
}

/** Reads a file that was sent. */
async function look(app: App, user: string, { upload, ...wanted }: Wanted): Promise<ReadForeign> {
  const bytes = await needWhole(app.db, user, upload);
  if (bytes > LARGEST_FOREIGN_FILE) {
    const found = { failure: 'too-large', where: null } as const;
    return { format: wanted.format ?? null, found, table: null, mapping: null };
  }
  return readForeign(await buffer(readFile(app.db, upload)), wanted);
}

/** Any member may: it is a meeting more, as one that they start. */
export const foreignFilesRouter = signedIn.foreignFiles.router({
  preview: signedIn.foreignFiles.preview.handler(
    async ({ context: { app, user }, input: { team, ...wanted } }) => {
      await needRole(app.db, user.id, team);
      await app.limits.count(LOOKS, user.id);
      return previewOf(await look(app, user.id, wanted));
    },
  ),
  import: signedIn.foreignFiles.import.handler(async ({ context: { app, user }, input }) => {
    const { team, name, heldAt, tasks, ...wanted } = input;
    await needRole(app.db, user.id, team);
    await needSeen(app.db, 'team', team);
    await app.limits.count(LOOKS, user.id);
    const { found } = await look(app, user.id, wanted);
    if ('failure' in found) throw problem('bad-input');
    // The search's own tables are nobody's rows; that they belong to the team has been looked at.
    return app.dbForAll.transaction().execute(async (tx) => {
      const kept = await keepForeign(tx, {
        team,
        user: user.id,
        foreign: found,
        name,
        heldAt: new Date(heldAt),
        withTasks: tasks,
      });
      await deleteFile(tx, wanted.upload);
      return kept;
    });
  }),
});
