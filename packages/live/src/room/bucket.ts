import type { Rate } from './limits.ts';

/** How much a connection has left to spend; refilled by time alone. */
export interface Bucket {
  left: number;
  /** Server time, ms. */
  at: number;
}

export const fullBucket = (rate: Rate, now: number): Bucket => ({ left: rate.burst, at: now });

/** Takes one; false when there is none. */
export function takeFrom(bucket: Bucket, rate: Rate, now: number): boolean {
  // A clock that was set back must not empty the bucket.
  const passed = Math.max(0, now - bucket.at);
  bucket.left = Math.min(rate.burst, bucket.left + (passed * rate.perSecond) / 1000);
  bucket.at = now;
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}
