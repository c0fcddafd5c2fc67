import { signedIn } from '../http/endpoints.ts';
import { changeTeam, createTeam, readTeam, removeMember, setRole } from './teams.ts';

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
});
