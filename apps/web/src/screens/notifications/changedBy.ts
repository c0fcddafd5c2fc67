import type { Mailing, NoticeWay, NotificationSettings } from '@rondo/contract';

export interface Wish {
  zone?: string | undefined;
  quiet?: NotificationSettings['quiet'] | undefined;
  digestAt?: number | undefined;
  kind?: { kind: string; way: NoticeWay } | undefined;
  mailing?: { mailing: Mailing; team: string | null; on: boolean } | undefined;
}

/** The settings as the server will say that they are. */
export function changedBy(
  settings: NotificationSettings,
  { zone = settings.zone ?? undefined, quiet = settings.quiet, digestAt, kind, mailing }: Wish,
): NotificationSettings {
  const others = settings.off.filter(
    (each) => each.mailing !== mailing?.mailing || each.team !== mailing.team,
  );
  return {
    zone: zone ?? null,
    quiet,
    digestAt: digestAt ?? settings.digestAt,
    kinds: settings.kinds.map((each) => (each.kind === kind?.kind ? kind : each)),
    off:
      mailing === undefined || mailing.on
        ? others
        : [...others, { mailing: mailing.mailing, team: mailing.team }],
  };
}
