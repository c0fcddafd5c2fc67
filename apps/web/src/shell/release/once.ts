import { ownBuild } from './ownBuild.ts';

const KEY = 'rondo.loaded-anew-instead-of';

/**
 * Whether this tab may load itself anew although somebody is in the midst of something, because it
 * cannot go on with the build it has. Once per build: should the server give the same one again, the
 * next word is a person's.
 */
export function mayLoadByItself(): boolean {
  try {
    return ownBuild !== null && sessionStorage.getItem(KEY) !== ownBuild;
  } catch {
    // A browser that stores nothing could do it for ever.
    return false;
  }
}

/** Only where `mayLoadByItself` says so. */
export function loadByItself(): void {
  sessionStorage.setItem(KEY, ownBuild ?? '');
  location.reload();
}
