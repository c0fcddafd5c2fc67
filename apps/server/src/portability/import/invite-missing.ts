import type { App } from '../../app.ts';
import type { Db } from '../../database/database.ts';
import { invite, MAIL_DAYS } from '../../invitations/invitations.ts';
import { invitationLetter } from '../../invitations/letters.ts';
import { needTrust } from '../../invitations/trust.ts';
import { record } from '../../operations/audit/record.ts';

/** More than that by one import would be a way to send mail to strangers. */
const MOST = 50;

/** Mails the people of an imported team who are not in the organization, in the name of who imports it. */
export async function inviteMissing(
  tx: Db,
  { post }: Pick<App, 'post'>,
  user: string,
  team: { id: string; name: string },
  emails: readonly string[],
): Promise<void> {
  const row = await tx
    .selectFrom('user')
    .innerJoin('team_member', 'team_member.user_id', 'user.id')
    .innerJoin('team', 'team.id', 'team_member.team_id')
    .select(['user.name', 'team.language'])
    .where('user.id', '=', user)
    .where('team.id', '=', team.id)
    .executeTakeFirst();
  // Only members invite; who imports a team that has its own leads is not one of it.
  if (!row) return;
  const some = emails.slice(0, MOST);
  if (some.length === 0 || !(await isTrusted(tx, user, some.length))) return;
  for (const email of some) {
    const { invitation, token } = await invite(tx, user, {
      team: team.id,
      meeting: null,
      email,
      days: MAIL_DAYS,
    });
    const letter = invitationLetter(row.language, {
      by: row.name,
      team: team.name,
      meeting: null,
      url: post.link(`/join#${token}`),
    });
    await post.queue(tx, { to: email, kind: 'invitation', letter });
    const about = { invitation: invitation.id, team: team.id, kind: 'mail' };
    await record(tx, { act: 'invitation-made', actor: user, about });
  }
}

/** Nobody is mailed in the name of somebody whose invitations nobody wants; the import goes on. */
async function isTrusted(tx: Db, user: string, mails: number): Promise<boolean> {
  try {
    await needTrust(tx, user, mails);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'too-many') return false;
    throw error;
  }
}
