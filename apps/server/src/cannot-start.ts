/**
 * Why the server does not start, in words for the person who starts it: what is wrong and how to
 * mend it. Shown as it is, without a stack.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
