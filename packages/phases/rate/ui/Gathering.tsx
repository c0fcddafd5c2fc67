import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, CardPile, Select } from '@rondo/design';
import { useSend, useSteers, useView, useWaiting } from '@rondo/live/react';
import { expectedIn, type PhaseId } from '@rondo/meeting';
import { Eye } from 'lucide-react';
import { useExplain } from '../../parts/index.ts';
import { FEWEST, revealResults, setFewest } from '../domain/index.ts';
import { useRate } from './useRate.ts';
import styles from './Rate.module.css';

/** How many have handed in, and what the facilitator may do about it. */
export function Gathering({ phase }: { phase: PhaseId }) {
  const steers = useSteers();
  const { status, settings, state } = useRate(phase);
  const people = useView(({ board }) => expectedIn(board).length);
  const waiting = state.handedIn - state.shown;
  const isAllShown = state.shown > 0 && state.shown >= people;
  if (waiting === 0 && (status !== 'open' || isAllShown)) return null;
  return (
    <div className={styles.gathering}>
      <CardPile
        hue="rate"
        count={waiting}
        label={
          waiting === 0 ? (
            state.shown === 0 ? (
              <Trans>Nobody has handed in yet</Trans>
            ) : (
              <Trans>Nobody else has handed in since</Trans>
            )
          ) : state.shown === 0 ? (
            <Plural value={waiting} one="# person has handed in" other="# people have handed in" />
          ) : (
            <Plural
              value={waiting}
              one="# more person has handed in"
              other="# more people have handed in"
            />
          )
        }
      />
      <div className={styles.steer}>
        {waiting < settings.fewest && (
          <p className={styles.hint}>
            {state.shown === 0 ? (
              <Trans>Results are shown from {settings.fewest} people on.</Trans>
            ) : (
              <Trans>
                What was shown stays. Later answers are added once {settings.fewest} more people
                have handed in: fewer could be told apart.
              </Trans>
            )}
          </p>
        )}
        {steers && status === 'open' && (
          <Steering phase={phase} isEnough={waiting >= settings.fewest} />
        )}
      </div>
    </div>
  );
}

function Steering({ phase, isEnough }: { phase: PhaseId; isEnough: boolean }) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const { settings, state } = useRate(phase);
  const isRevealing = useWaiting(phase, revealResults);
  const people = useView(({ board }) => expectedIn(board).length);
  const choices = Array.from(
    { length: FEWEST.most - FEWEST.least + 1 },
    (_, index) => FEWEST.least + index,
  ).filter((each) => state.handedIn === 0 || each >= settings.fewest);

  async function choose(fewest: number): Promise<void> {
    const answer = await send(phase, setFewest, { fewest });
    if (answer !== 'done') explain(answer);
  }

  return (
    <>
      <Button
        icon={<Eye size={18} aria-hidden />}
        busy={isRevealing}
        disabled={!isEnough}
        onClick={() => void send(phase, revealResults, {})}
      >
        <Trans>Show the results</Trans>
      </Button>
      {Object.keys(state.results).length === 0 && (
        <Select
          label={t`People needed before anything is shown`}
          value={String(settings.fewest)}
          options={choices.map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(event) => void choose(Number(event.target.value))}
        />
      )}
      {people < settings.fewest && (
        <p className={styles.hint}>
          <Plural
            value={people}
            one="Only # person is expected here: nothing could be shown."
            other="Only # people are expected here: nothing could be shown."
          />
        </p>
      )}
    </>
  );
}
