import { activityYaml } from '@rondo/library';
import { open, signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { detailsOf } from '../library/library.ts';
import { needRole } from '../teams/access.ts';
import { needSound, problemsIn, readFile } from './checked.ts';
import { createCustom, removeCustom, shareCustom, updateCustom } from './keep.ts';
import { versionOf, versionsOf } from './versions.ts';
import { visibleTo } from './visible.ts';

/** Whoever composes has every pause in their typing checked. */
const CHECKS: Limit = { name: 'check-activity', most: 1_200, seconds: 600 };
const SAVES: Limit = { name: 'save-activity', most: 300, seconds: 3_600 };

export const customActivitiesRouter = open.customActivities.router({
  check: open.customActivities.check.handler(async ({ context: { app, address }, input }) => {
    await app.limits.count(CHECKS, address);
    return { problems: problemsIn(input.content) };
  }),
  read: open.customActivities.read.handler(async ({ context: { app, address }, input }) => {
    await app.limits.count(CHECKS, address);
    const { activity, problems } = readFile(input.yaml);
    return { activity: activity && detailsOf(activity), problems };
  }),
  create: signedIn.customActivities.create.handler(
    async ({ context: { app, user }, input: { team, content, share } }) => {
      await needRole(app.db, user.id, team);
      await app.limits.count(SAVES, user.id);
      return createCustom(app.db, user.id, team, { activity: needSound(content), share });
    },
  ),
  import: signedIn.customActivities.import.handler(
    async ({ context: { app, user }, input: { team, yaml } }) => {
      await needRole(app.db, user.id, team);
      await app.limits.count(SAVES, user.id);
      const { activity, problems } = readFile(yaml);
      if (!activity) return { activity: null, problems };
      const kept = await createCustom(app.db, user.id, team, { activity, share: 'team' });
      return { activity: kept.activity, problems };
    },
  ),
  update: signedIn.customActivities.update.handler(
    async ({ context: { app, user }, input: { activity, content, version } }) => {
      await app.limits.count(SAVES, user.id);
      return {
        version: await updateCustom(app.db, user.id, activity, {
          checked: () => needSound(content),
          version,
        }),
      };
    },
  ),
  share: signedIn.customActivities.share.handler(
    async ({ context: { app, user }, input: { activity, share } }) => {
      await shareCustom(app.db, user.id, activity, share);
      return {};
    },
  ),
  remove: signedIn.customActivities.remove.handler(async ({ context: { app, user }, input }) => {
    await removeCustom(app.db, user.id, input.activity);
    return {};
  }),
  versions: signedIn.customActivities.versions.handler(
    async ({ context: { app, user }, input }) => ({
      versions: await versionsOf(app.db, user.id, input.activity),
    }),
  ),
  version: signedIn.customActivities.version.handler(
    async ({ context: { app, user }, input: { activity, version } }) =>
      detailsOf(await versionOf(app.db, user.id, activity, version)),
  ),
  file: open.customActivities.file.handler(async ({ context, input: { activity: id } }) => {
    const { app } = context;
    const session = await context.session();
    const activity =
      app.library.get(id) ??
      (session ? (await visibleTo(app.db, session.user.id, id))?.activity : undefined);
    if (!activity) throw problem('not-found');
    const { file, text } = activityYaml(activity);
    return new File([text], file, { type: 'application/yaml; charset=utf-8' });
  }),
});
