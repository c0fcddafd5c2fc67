import { resolve } from 'node:path';
import {
  address,
  networks,
  oneOf,
  optional,
  origin,
  setting,
  text,
  wholeNumber,
  WrongValue,
  type Setting,
} from './setting.ts';

const folder = { takes: 'a folder', read: (value: string) => resolve(value) };

const secret = {
  takes: 'at least 32 characters',
  read: (value: string) => {
    if (value.length < 32) {
      throw new WrongValue(
        'has to have at least 32 characters; `openssl rand -hex 32` makes one. It may also stay unset.',
      );
    }
    return value;
  },
};

const keyOfStripe = {
  takes: 'at least 16 characters',
  read: (value: string) => {
    if (value.length < 16) throw new WrongValue('is shorter than any that Stripe gives.');
    return value;
  },
};

const passphrase = {
  takes: 'at least 12 characters',
  read: (value: string) => {
    if (value.length >= 12) return value;
    throw new WrongValue(
      'has to have at least 12 characters; `openssl rand -base64 24` makes one.',
    );
  },
};

/** Every setting there is. `docs/settings.md` is written from this list. */
export const settingsList = {
  port: setting('PORT', wholeNumber(0, 65_535), {
    default: '3000',
    ofThisMachine: true,
    means: 'The port that web app, API and sockets share. 0 takes a free one.',
  }),
  host: setting('HOST', optional(text), {
    ofThisMachine: true,
    means: 'The address to listen on. Unset: every address of this machine.',
  }),
  dataFolder: setting('RONDO_DATA', folder, {
    default: './data',
    ofThisMachine: true,
    means: 'Where the database, its backups and the generated secrets live.',
  }),
  databaseUrl: setting(
    'DATABASE_URL',
    optional(
      address(['postgres', 'postgresql'], 'postgres://rondo:password@db.example.org/rondo', true),
    ),
    {
      secret: true,
      ofThisMachine: true,
      means:
        'An external PostgreSQL, version 15 or newer. Unset: Rondo runs a PostgreSQL 18 of its own in `RONDO_DATA`.',
    },
  ),
  bus: setting(
    'RONDO_BUS',
    optional(address(['redis', 'rediss'], 'redis://user:password@valkey.example.org:6379', true)),
    {
      secret: true,
      means:
        'A Valkey or Redis through which several servers hear each other; the same for all of them, and for one Rondo alone. Nothing is stored there. Unset: they use the database, which is enough for a few.',
    },
  ),
  publicUrl: setting('RONDO_PUBLIC_URL', optional(origin), {
    means:
      'The address under which people reach Rondo. Links in mails start with it; with https, cookies are sent over https alone. Unset: whatever address people used.',
  }),
  smtpUrl: setting(
    'SMTP_URL',
    optional(address(['smtp', 'smtps'], 'smtp://user:password@mail.example.org:587', true)),
    {
      secret: true,
      means:
        'The mail server. Unset: mails are kept in the outbox, where the owner of the server reads them. Needs `RONDO_PUBLIC_URL`.',
    },
  ),
  mailFrom: setting('RONDO_MAIL_FROM', optional(text), {
    means:
      'The sender of mails, such as `Rondo <rondo@example.org>`. Unset: `rondo@` with the host of `RONDO_PUBLIC_URL`.',
  }),
  signUp: setting('RONDO_SIGN_UP', oneOf(['open', 'invited']), {
    default: 'open',
    means: 'Who may make an account: anybody, or only whom a team has invited.',
  }),
  plans: setting('RONDO_PLANS', oneOf(['off', 'on']), {
    default: 'off',
    means:
      'Whether organizations have plans with limits, as `docs/plans.md` tells: `free` allows two active teams. `off`: nobody is limited.',
  }),
  stripeKey: setting('RONDO_STRIPE_KEY', optional(keyOfStripe), {
    secret: true,
    means:
      'A secret or restricted key of Stripe, through which organizations pay for plans. Needs `RONDO_PLANS=on`, `RONDO_STRIPE_WEBHOOK_SECRET` and `RONDO_STRIPE_PRICE_TEAM`. Unset: nothing is paid, the owner of the server sets plans.',
  }),
  stripeWebhookSecret: setting('RONDO_STRIPE_WEBHOOK_SECRET', optional(keyOfStripe), {
    secret: true,
    means:
      'What Stripe signs its messages to `/api/billing/webhook` with; it begins with `whsec_`.',
  }),
  stripePriceTeam: setting('RONDO_STRIPE_PRICE_TEAM', optional(text), {
    means: 'The id of the price for one member of an organization with the plan `team`.',
  }),
  stripePriceEnterprise: setting('RONDO_STRIPE_PRICE_ENTERPRISE', optional(text), {
    means: 'The same for the plan `enterprise`. Unset: it is not for sale, only set by hand.',
  }),
  stripeUrl: setting('RONDO_STRIPE_URL', address(['https', 'http'], 'https://api.stripe.com'), {
    default: 'https://api.stripe.com',
    means: 'Where Stripe is, or what stands in for it.',
  }),
  webhooksPrivate: setting('RONDO_WEBHOOKS_PRIVATE', oneOf(['off', 'on']), {
    default: 'off',
    means:
      'Whether webhooks may lead into the network of this server, and by plain http: for a chat of your own there. `off`: only https addresses that are reachable from everywhere.',
  }),
  idleEndDays: setting('RONDO_IDLE_END_DAYS', wholeNumber(1, 90), {
    default: '14',
    means: 'A meeting left open ends by itself after so many days. A team may decide otherwise.',
  }),
  drainPause: setting('RONDO_DRAIN_PAUSE', wholeNumber(0, 300), {
    default: '0',
    means:
      'Told to stop while another server is there, it says for so many seconds that nobody should be sent here any more, and serves whoever comes nevertheless; then it sends everybody on. For proxies that ask `/ready`: a little more than the time in which they notice.',
  }),
  logLevel: setting('RONDO_LOG_LEVEL', oneOf(['debug', 'info', 'warn', 'error', 'silent']), {
    default: 'info',
    means: 'How much the server tells on standard output, one JSON object a line.',
  }),
  maxConnections: setting('RONDO_MAX_CONNECTIONS', optional(wholeNumber(1, 1_000_000)), {
    means:
      'How many people may be in meetings on this server at the same moment; who comes then is asked to wait, and let in as soon as there is room. Unset: as many as the limit of open files allows.',
  }),
  metricsToken: setting('RONDO_METRICS_TOKEN', optional(secret), {
    secret: true,
    means:
      'Who reads `/metrics` has to send it, as `Authorization: Bearer …`. Unset: who asks the server directly, from the same machine or a private network, may read them.',
  }),
  doctor: setting('RONDO_DOCTOR', oneOf(['auto', 'refuse', 'warn']), {
    default: 'auto',
    means:
      'What a start does when the doctor finds something that would lose people or data: `refuse` to start, or `warn` in the log. `auto`: refuse where `RONDO_PUBLIC_URL` leads beyond this machine.',
  }),
  backupEveryHours: setting('RONDO_BACKUP_EVERY_HOURS', optional(wholeNumber(0, 8_760)), {
    means:
      'A backup is made by itself after so many hours; 0: never. Unset: 24 where Rondo runs its own PostgreSQL, 0 with `DATABASE_URL`.',
  }),
  backupFolder: setting('RONDO_BACKUP_FOLDER', optional(folder), {
    ofThisMachine: true,
    means:
      'Where backups are put; another disk or machine is better than this one. Unset: `backups` in `RONDO_DATA`.',
  }),
  backupKeep: setting('RONDO_BACKUP_KEEP', wholeNumber(1, 1_000), {
    default: '7',
    means: 'How many backups that were made by themselves are kept; older ones are deleted.',
  }),
  backupPassphrase: setting('RONDO_BACKUP_PASSPHRASE', optional(passphrase), {
    secret: true,
    means:
      'Backups are sealed with it, and hold the secret of the server too. Keep it elsewhere as well: without it nobody can open them. Unset: they can be read by whoever has the file.',
  }),
  trustedProxies: setting('RONDO_TRUSTED_PROXIES', networks, {
    default: '127.0.0.0/8, ::1',
    means: 'Reverse proxies whose `X-Forwarded-For`, `-Host` and `-Proto` are believed.',
  }),
  secret: setting('RONDO_SECRET', optional(secret), {
    secret: true,
    means:
      'What session cookies are signed with. Unset: made on the first start and kept in `secrets.json` in `RONDO_DATA`.',
  }),
} satisfies Record<string, Setting<unknown>>;

export type Settings = {
  readonly [Key in keyof typeof settingsList]: ReturnType<(typeof settingsList)[Key]['read']>;
};
