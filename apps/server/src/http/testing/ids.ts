/** What one can name in a request. */
export type Ids = Record<
  | 'organization'
  | 'request'
  | 'team'
  | 'meeting'
  | 'ended'
  | 'member'
  | 'invitation'
  | 'mail'
  | 'series'
  | 'activity'
  | 'webhook'
  | 'delivery'
  | 'task'
  | 'report'
  | 'item'
  | 'job'
  | 'upload',
  string
>;

/** What there is not. */
export const madeUp = (): Ids => {
  const uuid = crypto.randomUUID();
  const key = 'x'.repeat(22);
  return {
    team: uuid,
    organization: uuid,
    request: uuid,
    meeting: key,
    ended: key,
    member: uuid,
    invitation: uuid,
    mail: uuid,
    series: uuid,
    activity: `own-${'x'.repeat(25)}`,
    task: uuid,
    webhook: uuid,
    delivery: uuid,
    report: uuid,
    item: key,
    job: uuid,
    upload: uuid,
  };
};
