import { Plural, Trans } from '@lingui/react/macro';
import { useServerTime } from '@rondo/live/react';
import styles from './NextTry.module.css';

/** Counts down to the next attempt; not read out, as it changes every second. */
export function NextTry({ at }: { at: number }) {
  const seconds = Math.ceil((at - useServerTime(250)) / 1_000);
  return (
    <span className={styles.time} aria-live="off">
      {seconds > 0 ? (
        <Plural value={seconds} one="Next try in # second." other="Next try in # seconds." />
      ) : (
        <Trans>Trying now …</Trans>
      )}
    </span>
  );
}
