import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The certificate of the public name. Both machines have it: the one moves to the other. */
export interface Certificate {
  readonly file: string;
  readonly key: string;
}

/** Signed by itself: who trusts this file trusts the name. */
export function certificateFor(name: string, folder: string): Certificate {
  const [key, file] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')];
  const who = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const args = ['req', '-x509', ...curve, ...who, '-days', '60', '-keyout', key, '-out', file];
  execFileSync('openssl', args, { stdio: 'pipe' });
  return { file, key };
}
