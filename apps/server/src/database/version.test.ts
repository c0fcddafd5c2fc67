import { expect, it } from 'vitest';
import { needVersion } from './version.ts';

it.each(['15.0', '15.8 (Debian 15.8-0+deb12u1)', '16beta1', '18.4', '100.1'])(
  'PostgreSQL %s will do',
  (version) => expect(() => needVersion(version)).not.toThrow(),
);

it.each(['14.13', '14.13 (Debian 14.13-1.pgdg120+1)', '9.6.24', ''])(
  'PostgreSQL %s is refused, with what to do',
  (version) =>
    expect(() => needVersion(version)).toThrow(
      `PostgreSQL ${version}, and Rondo needs 15 or newer. Upgrade it; or unset DATABASE_URL`,
    ),
);
