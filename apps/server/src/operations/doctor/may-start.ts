import type { Settings } from '../../settings/list.ts';
import type { Finding } from './check.ts';

/** Whether others reach this server: it has a public address, and that is not of this machine itself. */
export function isPublic({ publicUrl }: Pick<Settings, 'publicUrl'>): boolean {
  if (publicUrl === undefined) return false;
  const { hostname } = new URL(publicUrl);
  return !(
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}

/**
 * Why a server must not start with what was found; nothing: it may. Refused is only what would lose
 * people or data, and only where it is in public, unless `RONDO_DOCTOR` says otherwise.
 */
export function whyNotStart(
  findings: readonly Finding[],
  settings: Pick<Settings, 'publicUrl' | 'doctor'>,
): string | undefined {
  const refuses =
    settings.doctor === 'refuse' || (settings.doctor === 'auto' && isPublic(settings));
  const grave = findings.filter(({ stopsPublic }) => stopsPublic);
  if (!refuses || grave.length === 0) return undefined;
  return [
    'People or data would be lost:',
    ...grave.map(
      ({ check, place, measured, threshold, repair }) =>
        `- ${check}${place ? ` (${place})` : ''}: is ${measured}, should be ${threshold}.\n  ${repair}\n  docs/doctor.md#${check}`,
    ),
    'To start nevertheless: RONDO_DOCTOR=warn.',
  ].join('\n');
}
