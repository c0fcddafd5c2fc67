import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Hand, hueStyle, Kbd, Votes } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { mostToGive } from '../domain/index.ts';
import { useSpent, useVote } from './useVote.ts';
import styles from './VoteTray.module.css';

/** The votes in my hand: what is left, as dots. */
export function VoteTray({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const { settings } = useVote(phase);
  const given = useSpent(phase);
  const total = settings.votes;
  const left = Math.max(0, total - given);
  const most = useView(({ board }) => mostToGive(board, settings));
  return (
    <Hand
      title={t`Your hand`}
      note={t`Only you see this`}
      count={t`${plural(left, { one: '# vote left', other: '# votes left' })}`}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
    >
      <div className={styles.tray} style={hueStyle('vote')}>
        <span className={styles.dots}>
          <Votes hue="vote" spent={left} total={total} label={t`${left} of ${total} votes left`} />
        </span>
        <p className={styles.words}>
          {left > 0 && given < most ? (
            <Plural
              value={left}
              one="Give your last vote to something you want to talk about."
              other="Give your votes to what you want to talk about."
            />
          ) : (
            <Trans>All given. You can still move them: take one back first.</Trans>
          )}
        </p>
        <p className={styles.keys}>
          <Kbd>+</Kbd> <Kbd>−</Kbd> <Trans>on a topic</Trans>
        </p>
      </div>
    </Hand>
  );
}
