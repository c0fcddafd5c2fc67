import { useLingui } from '@lingui/react/macro';

/** What belongs to an act, such as the team it was done to. */
export function useFactWords(): (fact: string) => string {
  const { t } = useLingui();
  const facts: Readonly<Record<string, string>> = {
    activity: t`activity`,
    by: t`by`,
    change: t`change`,
    count: t`times`,
    format: t`as`,
    guests: t`guests`,
    invitation: t`invitation`,
    mail: t`mail`,
    meeting: t`meeting`,
    member: t`member`,
    participant: t`person`,
    release: t`release`,
    role: t`role`,
    series: t`series`,
    server: t`server`,
    session: t`session`,
    settings: t`settings`,
    share: t`shared with`,
    team: t`team`,
  };
  return (fact) => facts[fact] ?? fact;
}
