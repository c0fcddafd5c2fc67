import { signedIn } from '../http/endpoints.ts';
import { addItem, changeItem, moveItem, readAgenda, removeItem } from './change.ts';

/** Every change answers with the agenda as it is then. */
export const agendaRouter = signedIn.agenda.router({
  list: signedIn.agenda.list.handler(async ({ context: { app, user }, input: { team } }) => ({
    items: await readAgenda(app.db, user, team),
  })),
  add: signedIn.agenda.add.handler(
    async ({ context: { app, user }, input: { team, ...words } }) => {
      await addItem(app.db, user, team, words);
      return { items: await readAgenda(app.db, user, team) };
    },
  ),
  change: signedIn.agenda.change.handler(
    async ({ context: { app, user }, input: { team, item, ...words } }) => {
      await changeItem(app.db, user, team, item, words);
      return { items: await readAgenda(app.db, user, team) };
    },
  ),
  move: signedIn.agenda.move.handler(
    async ({ context: { app, user }, input: { team, item, behind } }) => {
      await moveItem(app.db, user, team, item, behind);
      return { items: await readAgenda(app.db, user, team) };
    },
  ),
  remove: signedIn.agenda.remove.handler(
    async ({ context: { app, user }, input: { team, item } }) => {
      await removeItem(app.db, user, team, item);
      return { items: await readAgenda(app.db, user, team) };
    },
  ),
});
