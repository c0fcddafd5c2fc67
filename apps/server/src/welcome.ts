import type { Report } from './operations/doctor/report.ts';
import type { Settings } from './settings/list.ts';

interface Started {
  readonly port: number;
  readonly claimCode: string | undefined;
  readonly found: readonly Report[];
}

/** What the start says to the person who started it. */
export function welcome(settings: Settings, { port, claimCode, found }: Started): string {
  const { publicUrl, databaseUrl, dataFolder, smtpUrl, host } = settings;
  const address = publicUrl ?? `http://${hostname(host)}:${port}`;
  const lines = [
    ['Rondo is ready', address],
    ['Data', databaseUrl ? `${dataFolder}, and the database of DATABASE_URL` : dataFolder],
    ...(claimCode
      ? [['First account', `make it at ${address}/first-start with the code ${claimCode}`]]
      : []),
    ...(smtpUrl ? [] : [['Mails', 'kept in the outbox, which you read in the app (no SMTP_URL)']]),
    ...(address.startsWith('https:')
      ? []
      : [
          [
            'Cookies',
            'without encryption, for a first try or a network you trust. Set RONDO_PUBLIC_URL to an https address for more',
          ],
        ]),
    ...doctorLine(found),
  ];
  return lines.map(([name = '', value = '']) => `${`${name}:`.padEnd(16)}${value}`).join('\n');
}

/** Only what is bad is worth a line to who just wants to begin. */
function doctorLine(found: readonly Report[]): string[][] {
  const bad = found
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'failure');
  if (bad.length === 0) return [];
  const names = [...new Set(bad.map(({ check }) => check))].join(', ');
  return [['Not well', `${names}. \`npm run rondo -- doctor\` says what to do`]];
}

function hostname(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
