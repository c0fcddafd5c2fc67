import type { App } from '../app.ts';
import { signedIn } from '../http/endpoints.ts';
import { archiveDone, changeTask } from './change.ts';
import { listArchived, listTasks, myTasks, readBoard } from './list.ts';
import { putTask } from './make.ts';
import { moveTask } from './move.ts';
import { howMuchToReview } from './promises.ts';
import { readPromises } from './rates.ts';
import { readTask } from './read.ts';
import { needTask, told } from './row.ts';
import { reword, say } from './talk.ts';
import { bringToTeam } from './to-team.ts';

/** Everybody who has the team's board open fetches it again. After the change is committed. */
const tellBoards = ({ live }: Pick<App, 'live'>, team: string): void =>
  live.poke(`news:team:${team}:tasks`);

export const tasksRouter = signedIn.tasks.router({
  list: signedIn.tasks.list.handler(async ({ context: { app, user }, input }) => ({
    tasks: await listTasks(app.db, user.id, input.team, input.status),
  })),
  board: signedIn.tasks.board.handler(({ context: { app, user }, input }) =>
    readBoard(app.db, user.id, input.team),
  ),
  put: signedIn.tasks.put.handler(async ({ context: { app, user }, input: { team, ...wish } }) => {
    const task = await putTask(app.db, app, user, team, wish);
    tellBoards(app, team);
    return readTask(app.db, user.id, task);
  }),
  get: signedIn.tasks.get.handler(({ context: { app, user }, input }) =>
    readTask(app.db, user.id, input.task),
  ),
  change: signedIn.tasks.change.handler(
    async ({ context: { app, user }, input: { task, ...wish } }) => {
      tellBoards(app, await changeTask(app.db, app, user, task, wish));
      return readTask(app.db, user.id, task);
    },
  ),
  move: signedIn.tasks.move.handler(
    async ({ context: { app, user }, input: { task, column, behind } }) => {
      tellBoards(app, await moveTask(app.db, user, task, column, behind));
      return told(await needTask(app.db, user.id, task));
    },
  ),
  bring: signedIn.tasks.bring.handler(async ({ context: { app, user }, input: { task, team } }) => {
    tellBoards(app, await bringToTeam(app.db, user, task, team));
    tellBoards(app, team);
    return readTask(app.db, user.id, task);
  }),
  archiveDone: signedIn.tasks.archiveDone.handler(
    async ({ context: { app, user }, input: { team } }) => {
      const archived = await archiveDone(app.db, user, team);
      tellBoards(app, team);
      return { archived };
    },
  ),
  archived: signedIn.tasks.archived.handler(({ context: { app, user }, input }) =>
    listArchived(app.db, user.id, input),
  ),
  mine: signedIn.tasks.mine.handler(({ context: { app, user }, input }) =>
    myTasks(app.db, user.id, input),
  ),
  say: signedIn.tasks.say.handler(async ({ context: { app, user }, input: { task, text } }) => {
    tellBoards(app, await say(app.db, app, user, task, text));
    return readTask(app.db, user.id, task);
  }),
  reword: signedIn.tasks.reword.handler(
    async ({ context: { app, user }, input: { task, comment, text } }) => {
      tellBoards(app, await reword(app.db, user, task, comment, text));
      return readTask(app.db, user.id, task);
    },
  ),
  unsay: signedIn.tasks.unsay.handler(
    async ({ context: { app, user }, input: { task, comment } }) => {
      tellBoards(app, await reword(app.db, user, task, comment, null));
      return readTask(app.db, user.id, task);
    },
  ),
  promises: signedIn.tasks.promises.handler(({ context: { app, user }, input }) =>
    readPromises(app.db, user.id, input.team, input.by),
  ),
  due: signedIn.tasks.due.handler(({ context: { app, user }, input }) =>
    howMuchToReview(app.db, user.id, input.team),
  ),
});
