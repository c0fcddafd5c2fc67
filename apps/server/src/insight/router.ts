import { pageOf, type Figures } from '@rondo/contract';
import type { App } from '../app.ts';
import { open, signedIn } from '../http/endpoints.ts';
import { needOrganization } from '../organizations/access.ts';
import { needOwner } from '../outbox/outbox.ts';
import { figuresCsv } from './csv.ts';
import { readFigures } from './read-figures.ts';
import { WHOLE_SERVER } from './scope.ts';

type Signed = { app: App; user: { id: string } };

async function ofServer({ app, user }: Signed): Promise<Figures> {
  await needOwner(app.db, user.id);
  await app.insight.beUpToDate();
  // No row of the whole server is of an organization that the owner is in.
  return readFigures(app.dbForAll, WHOLE_SERVER, app.insight.today());
}

async function ofOrganization({ app, user }: Signed, organization: string): Promise<Figures> {
  await needOrganization(app.db, user.id, organization, 'manage');
  await app.insight.beUpToDate();
  return readFigures(app.db, organization, app.insight.today());
}

const fileOf = (figures: Figures, format: 'csv' | 'json'): File =>
  format === 'csv'
    ? new File([figuresCsv(figures)], 'metrics.csv', { type: 'text/csv; charset=utf-8' })
    : new File([JSON.stringify(figures, null, 2)], 'metrics.json', { type: 'application/json' });

export const insightRouter = open.insight.router({
  server: signedIn.insight.server.handler(({ context }) => ofServer(context)),
  serverFile: signedIn.insight.serverFile.handler(async ({ context, input }) =>
    fileOf(await ofServer(context), input.format),
  ),
  organization: signedIn.insight.organization.handler(({ context, input }) =>
    ofOrganization(context, input.organization),
  ),
  organizationFile: signedIn.insight.organizationFile.handler(async ({ context, input }) =>
    fileOf(await ofOrganization(context, input.organization), input.format),
  ),
  view: open.insight.view.handler(({ context: { app, request, address }, input }) => {
    app.insight.visits.seen(request, address, pageOf(input.page));
    return {};
  }),
});
