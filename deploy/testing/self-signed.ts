import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/**
 * Writes a certificate for the name into the folder, signed by itself: who trusts this file trusts the
 * name. Answers the two files.
 */
export function selfSigned(folder: string, name = 'localhost'): KeyPair {
  const [key, certificate] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')];
  const of = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const args = ['req', '-x509', ...curve, ...of, '-days', '2', '-keyout', key, '-out', certificate];
  execFileSync('openssl', args, { stdio: 'pipe' });
  return { certificate, key };
}
