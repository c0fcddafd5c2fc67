import { needSeen } from '../database/seen.ts';
import { signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { settleAfter } from '../plans/after.ts';
import { joinTeam } from './join.ts';
import { mergeTeams } from './merge.ts';
import { moveTeam, newcomersOf } from './move.ts';
import { archiveTeam, restoreTeam } from './put-away.ts';
import { changeTeam, createTeam, readTeam, removeMember, setRole } from './teams.ts';

const JOINS: Limit = { name: 'join-team', most: 120, seconds: 3_600 };

export const teamsRouter = signedIn.teams.router({
  create: signedIn.teams.create.handler(async ({ context: { app, user }, input }) => ({
    team: await createTeam(app.db, user.id, input, app.settings),
  })),
  get: signedIn.teams.get.handler(({ context: { app, user }, input }) =>
    readTeam(app.db, user.id, input.team),
  ),
  change: signedIn.teams.change.handler(({ context: { app, user }, input: { team, ...changes } }) =>
    changeTeam(app.db, user.id, team, changes),
  ),
  setRole: signedIn.teams.setRole.handler(({ context: { app, user }, input }) =>
    setRole(app.db, user.id, input.team, input.member, input.role),
  ),
  removeMember: signedIn.teams.removeMember.handler(async ({ context: { app, user }, input }) => {
    await removeMember(app.db, user.id, input.team, input.member);
    // Whoever was removed leaves the team's running meetings at once.
    app.live.poke(`revoked:user:${input.member}`);
    return {};
  }),
  join: signedIn.teams.join.handler(async ({ context: { app, user }, input }) => {
    await app.limits.count(JOINS, user.id);
    return { joined: await joinTeam(app.db, user.id, input.team) };
  }),
  archive: signedIn.teams.archive.handler(async ({ context: { app, user }, input: { team } }) => {
    await archiveTeam(app.db, user.id, team);
    const archived = await readTeam(app.db, user.id, team);
    await settleAfter(app, archived.organization.id);
    return archived;
  }),
  restore: signedIn.teams.restore.handler(async ({ context: { app, user }, input: { team } }) => {
    await restoreTeam(app.db, user.id, team, app.settings);
    return readTeam(app.db, user.id, team);
  }),
  lookAhead: signedIn.teams.lookAhead.handler(
    async ({ context: { app, user }, input: { team, organization } }) => ({
      newcomers: await newcomersOf(app.db, user.id, team, organization),
    }),
  ),
  move: signedIn.teams.move.handler(async ({ context: { app, user }, input }) => {
    const { from } = await moveTeam(app.db, user.id, input, app.settings);
    await settleAfter(app, from);
    return readTeam(app.db, user.id, input.team);
  }),
  merge: signedIn.teams.merge.handler(async ({ context: { app, user }, input }) => {
    for (const team of [input.team, input.into]) await needSeen(app.db, 'team', team);
    await mergeTeams(app.dbForAll, user.id, input);
    const merged = await readTeam(app.db, user.id, input.into);
    await settleAfter(app, merged.organization.id);
    return merged;
  }),
});
