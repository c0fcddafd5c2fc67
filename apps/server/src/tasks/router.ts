import { signedIn } from '../http/endpoints.ts';
import { changeTask, listTasks } from './list.ts';

export const tasksRouter = signedIn.tasks.router({
  list: signedIn.tasks.list.handler(async ({ context: { app, user }, input }) => ({
    tasks: await listTasks(app.db, user.id, input.team, input.status),
  })),
  change: signedIn.tasks.change.handler(({ context: { app, user }, input: { task, ...changes } }) =>
    changeTask(app.db, user.id, task, changes),
  ),
});
