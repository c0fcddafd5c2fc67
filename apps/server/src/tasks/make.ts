import { randomUUID } from 'node:crypto';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { indexTask } from '../search/index-tasks.ts';
import { needRole, roleInTeam } from '../teams/access.ts';
import { needOpen } from '../teams/open.ts';
import { writeDown } from './history.ts';
import { giveAllAPlace, positionBehind, type Stage } from './place.ts';
import { tagsIn } from './tags.ts';
import { tell, type Rooms } from './tell.ts';

/** The most open tasks of one team; beyond, a board helps nobody. */
const MOST_OPEN = 500;

export interface Asker {
  id: string;
  name: string;
}

export interface NewTask {
  text: string;
  stage: Stage;
  owner: string | null;
  due: string | null;
  details: string;
  private: boolean;
}

/**
 * Puts a task on a team's board, in front of its column. Any member may. Throws `conflict` when the
 * board is full. @returns its id
 */
export async function putTask(
  db: Db,
  rooms: Rooms,
  user: Asker,
  team: string,
  wish: NewTask,
): Promise<string> {
  await needRole(db, user.id, team);
  const id = randomUUID();
  await db.transaction().execute(async (tx) => {
    await needOpen(tx, team);
    const owner = await ownerIn(tx, team, wish.owner);
    await giveAllAPlace(tx, team);
    await needRoomOnBoard(tx, team);
    await tx
      .insertInto('task')
      .values({
        id,
        team_id: team,
        meeting_name: '',
        meeting_task: '',
        place: 0,
        text: wish.text,
        ...owner,
        due: wish.due,
        private_to: wish.private ? peopleOf(user.id, owner.owner_user) : null,
      })
      .execute();
    await tx
      .insertInto('task_board')
      .values({
        task_id: id,
        team_id: team,
        stage: wish.stage,
        position: await positionBehind(tx, team, wish.stage, null, id),
        details: wish.details,
        tags: tagsIn(wish.text, wish.details),
        created_by: user.id,
      })
      .execute();
    const about = { task: id, team, by: user };
    await writeDown(tx, about, [{ field: 'made', before: null, after: wish.text }]);
    await indexTask(tx, id);
    if (wish.owner !== null) await tell(tx, rooms, 'task-assigned', [wish.owner], about);
  });
  return id;
}

/** Throws `conflict` when a team's board is full. */
export async function needRoomOnBoard(tx: Db, team: string): Promise<void> {
  const { open } = await tx
    .selectFrom('task')
    .select((e) => e.fn.countAll<string>().as('open'))
    .where('team_id', '=', team)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow();
  if (Number(open) >= MOST_OPEN) throw problem('conflict');
}

/** Who alone sees a private task. */
export const peopleOf = (...people: (string | null)[]): string[] => [
  ...new Set(people.filter((person) => person !== null)),
];

/** What a task's row says of its owner, who has to be in the team. Throws `not-found`. */
export async function ownerIn(db: Db, team: string, owner: string | null) {
  if (owner === null) return { owner_user: null, owner_name: null };
  if ((await roleInTeam(db, owner, team)) === null) throw problem('not-found');
  const { name } = await db
    .selectFrom('user')
    .select('name')
    .where('id', '=', owner)
    .executeTakeFirstOrThrow();
  return { owner_user: owner, owner_name: name };
}
