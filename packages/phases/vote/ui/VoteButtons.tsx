import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { announce, hueStyle } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { Minus, Plus } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useExplain } from '../../parts/index.ts';
import { setVotes } from '../domain/index.ts';
import { useMyVotes, useSpent, useVote } from './useVote.ts';
import styles from './VoteButtons.module.css';

interface Props {
  phase: PhaseId;
  topic: GroupId;
  titleId: string;
}

/**
 * My votes for one topic, by tap or by key (+ and −, arrows, digits). What can't be given is refused in
 * words rather than by a dead button, so that everybody learns why.
 */
export function VoteButtons({ phase, topic, titleId }: Props) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const votes = useMyVotes(phase, topic);
  const { settings } = useVote(phase);
  const left = settings.votes - useSpent(phase);
  const more = useRef<HTMLButtonElement>(null);
  const limit = Math.min(settings.perTopic, 20);

  async function give(count: number): Promise<void> {
    if (count < 0 || count === votes) return;
    const answer = await send(phase, setVotes, { topic, count: Math.min(count, 20) });
    if (answer !== 'done') return explain(answer);
    const rest = left - (count - votes);
    announce(
      t`${plural(count, { one: '# vote here', other: '# votes here' })}, ${plural(rest, { one: '# left', other: '# left' })}`,
    );
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = wantedBy(event.key, votes);
    if (wanted === null) return;
    event.preventDefault();
    // The minus goes away with the last vote; whoever presses keys stays on this topic.
    if (wanted === 0) more.current?.focus();
    void give(wanted);
  }

  return (
    <div
      role="group"
      aria-labelledby={titleId}
      className={styles.votes}
      style={hueStyle('vote')}
      data-given={votes > 0 ? '' : undefined}
    >
      <button
        type="button"
        className={styles.step}
        aria-label={t`Take one vote back`}
        disabled={votes === 0}
        onClick={() => void give(votes - 1)}
        onKeyDown={press}
      >
        <Minus aria-hidden="true" size={18} />
      </button>
      <span className={styles.dots}>
        <span className="visually-hidden">
          {t`${plural(votes, { one: '# vote of yours', other: '# votes of yours' })}`}
        </span>
        {limit <= 8 ? (
          places(limit).map((place) => (
            <i key={place} data-on={place < votes ? '' : undefined} aria-hidden="true" />
          ))
        ) : (
          <b aria-hidden="true">{votes}</b>
        )}
      </span>
      <button
        ref={more}
        type="button"
        className={styles.step}
        aria-label={t`Give one vote`}
        data-spent={left <= 0 || votes >= limit ? '' : undefined}
        onClick={() => void give(votes + 1)}
        onKeyDown={press}
      >
        <Plus aria-hidden="true" size={18} />
      </button>
    </div>
  );
}

const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

/** How many votes a key asks for; null: none of the keys that do. */
function wantedBy(key: string, votes: number): number | null {
  if (key === '+' || key === '=' || key === 'ArrowUp' || key === 'ArrowRight') return votes + 1;
  if (key === '-' || key === '−' || key === 'ArrowDown' || key === 'ArrowLeft') return votes - 1;
  if (key === 'Backspace' || key === 'Delete') return 0;
  return /^\d$/.test(key) ? Number(key) : null;
}
