import { useLingui } from '@lingui/react/macro';

export interface CheckWords {
  title: string;
  /** What it is for people. */
  why: string;
}

/** What the doctor looks at, in plain words. A newer server may look at something that has none here yet. */
export function useCheckWords(): (check: string) => CheckWords {
  const { t } = useLingui();
  const proxy = {
    title: t`The proxy before the server`,
    why: t`Behind a proxy everybody is two connections of it. As it comes, it is full long before the machine is, or cuts who is silent.`,
  };
  const words: Readonly<Record<string, CheckWords>> = {
    'file-descriptors': {
      title: t`How many connections the server may have`,
      why: t`Everybody here is one connection, and two for a moment. At the limit nobody else gets in.`,
    },
    system: {
      title: t`Limits of the system`,
      why: t`When everybody comes back at once, these decide who has to wait, and who is turned away.`,
    },
    memory: {
      title: t`Memory`,
      why: t`With none left, the system ends the largest program: the server, or its database.`,
    },
    disk: {
      title: t`Room on the disk`,
      why: t`On a full disk the database stops, and nothing that people write is kept.`,
    },
    clock: {
      title: t`The clock`,
      why: t`Timers and plans follow the clock of the database. Where this one differs, they are shown wrongly.`,
    },
    'runtime-ages': {
      title: t`Age of Node.js, system and PostgreSQL`,
      why: t`What is too old gets no security updates any more.`,
    },
    settings: {
      title: t`Settings`,
      why: t`A secret that can be guessed and a setting with a typing error do not show by themselves.`,
    },
    'shared-secret': {
      title: t`One secret for all servers`,
      why: t`Servers with different secrets do not know each other’s people: whoever moves from one to the other is signed out.`,
    },
    servers: {
      title: t`Servers beside each other`,
      why: t`Servers that do not hear each other show late what happens, and one that was forgotten at an upgrade stays old.`,
    },
    bus: {
      title: t`What carries news between servers`,
      why: t`While it is slow or away, people on different servers see each other’s cards seconds late.`,
    },
    database: {
      title: t`How quickly the database answers`,
      why: t`Whatever you do waits for the database a few times.`,
    },
    'database-connections': {
      title: t`Connections to the database`,
      why: t`In an upgrade two releases run side by side, each with all its connections. Without room for both, the upgrade fails.`,
    },
    'database-role': {
      title: t`What the server may do in the database`,
      why: t`Whoever gets hold of the server gets hold of everything its role may do.`,
    },
    'database-schema': {
      title: t`Tables of this release`,
      why: t`Tables that are not as this release expects them make it fail, or write what does not fit.`,
    },
    'database-safety': {
      title: t`What is saved stays saved`,
      why: t`PostgreSQL can be set so that it loses what it has confirmed when the power goes.`,
    },
    backup: {
      title: t`Backups`,
      why: t`When the disk dies, the last backup is all there is. Only one that was tried out counts.`,
    },
    jobs: {
      title: t`Work behind the scenes`,
      why: t`Planned meetings, mails, exports and tidying up are nobody’s request: when they fail, no screen shows it.`,
    },
    webhooks: {
      title: t`Chats and webhooks`,
      why: t`When nothing arrives anywhere, it is this server’s network that lets nothing out.`,
    },
    'public-address': {
      title: t`The way in from outside`,
      why: t`As many connections as at the peak are opened through the public address, the way people come. A web page that loads says nothing about this.`,
    },
    'proxy-header': {
      title: t`Addresses of people behind the proxy`,
      why: t`Limits by address work only where the server sees people’s own, and believes none that is made up.`,
    },
    'proxy-nginx': proxy,
    'proxy-haproxy': proxy,
    'proxy-caddy': proxy,
    certificate: {
      title: t`The certificate`,
      why: t`When it runs out, browsers let nobody in.`,
    },
    mail: {
      title: t`Mails`,
      why: t`Invitations, links to sign in and outcomes reach people by mail. Without a mail server they only reach your outbox.`,
    },
  };
  return (check) => words[check] ?? { title: check, why: '' };
}
