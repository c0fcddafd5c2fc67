import type { Jobs } from '../jobs/jobs.ts';
import type { Settings } from '../settings/list.ts';
import { sendAtOnce } from './at-once.ts';
import { sendDigests, type Ports } from './digest.ts';

/** Mails people what they are told. Without a mail server nobody reads such mails in time: there are none. */
export async function mailNotices(
  ports: Ports,
  jobs: Jobs,
  { smtpUrl }: Pick<Settings, 'smtpUrl'>,
): Promise<void> {
  await jobs.work('notices', async () => {
    if (smtpUrl) await sendAtOnce(ports);
  });
  await jobs.work('digests', async () => {
    if (smtpUrl) await sendDigests(ports);
  });
}
