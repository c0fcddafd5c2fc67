import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextField } from '@rondo/design';
import { useLiveClient } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { ArrowRight, Check } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useAct } from '../../parts/index.ts';
import {
  ballotOf,
  dimensionOf,
  goOn,
  isSamePlace,
  LONGEST_VALUE,
  nextPlace,
  setScore,
  valuesOf,
  type Place,
} from '../domain/index.ts';
import { useEstimate } from './useEstimate.ts';
import styles from './Score.module.css';

interface Props {
  phase: PhaseId;
  place: Place;
  proposal: { value: string; tied: boolean } | null;
  steers: boolean;
  /** More that whoever steers can do. */
  children?: ReactNode;
}

/** What it comes to: proposed by the cards, said by whoever facilitates, and then on to the next. */
export function Score({ phase, place, proposal, steers, children }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const { send } = useLiveClient();
  const { status, settings, state } = useEstimate(phase);
  const story = state.stories[place.story];
  if (!story) return null;
  const { score } = ballotOf(story, place.dimension);
  const isAt = status === 'open' && isSamePlace(state.at, place);
  const next = isAt ? nextPlace(settings, state, place) : null;

  async function take(value: string): Promise<void> {
    const isDone = await act(setScore, { ...place, score: value });
    if (isDone && next !== null) void send(phase, goOn, place);
  }

  return (
    <div className={styles.score}>
      {score !== null && (
        <p className={styles.final}>
          <span className={styles.label}>
            <Trans>Final score</Trans>
          </span>
          <strong className={styles.value}>{score}</strong>
        </p>
      )}
      {score === null && proposal && (
        <p className={styles.final}>
          <span className={styles.label}>
            {proposal.tied ? (
              <Trans>Proposed: of the most common the highest</Trans>
            ) : (
              <Trans>Proposed: the most common</Trans>
            )}
          </span>
          <strong className={styles.value}>{proposal.value}</strong>
        </p>
      )}
      {steers && (
        <div className={styles.tools}>
          {score === null && proposal && (
            <Button
              tone="primary"
              icon={<Check size={18} aria-hidden />}
              onClick={() => void take(proposal.value)}
            >
              {next === null ? t`Take ${proposal.value}` : t`Take ${proposal.value} and go on`}
            </Button>
          )}
          {score !== null && next !== null && (
            <Button
              tone="primary"
              iconEnd={<ArrowRight size={18} aria-hidden />}
              onClick={() => void act(goOn, place)}
            >
              <Trans>Go on</Trans>
            </Button>
          )}
          {children}
          <Another key={`${place.story}/${place.dimension}`} phase={phase} place={place} />
        </div>
      )}
    </div>
  );
}

/** Any other score: a value of the scale, or a few characters of one's own. */
function Another({ phase, place }: { phase: PhaseId; place: Place }) {
  const { t } = useLingui();
  const act = useAct(phase);
  const list = useId();
  const { settings, state } = useEstimate(phase);
  const [text, setText] = useState('');
  const story = state.stories[place.story];
  const hasScore = story !== undefined && ballotOf(story, place.dimension).score !== null;
  return (
    <form
      className={styles.another}
      onSubmit={(event) => {
        event.preventDefault();
        const score = text.trim();
        if (score === '') return;
        setText('');
        void act(setScore, { ...place, score });
      }}
    >
      <TextField
        label={t`Another score`}
        hideLabel
        placeholder={t`Another…`}
        value={text}
        list={list}
        maxLength={LONGEST_VALUE}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <datalist id={list}>
        {valuesOf(dimensionOf(settings, place.dimension).scale).map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </datalist>
      <Button type="submit" disabled={text.trim() === ''}>
        <Trans>Set</Trans>
      </Button>
      {hasScore && (
        <Button tone="quiet" onClick={() => void act(setScore, { ...place, score: null })}>
          <Trans>Take back</Trans>
        </Button>
      )}
    </form>
  );
}
