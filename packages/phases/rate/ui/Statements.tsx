import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Card } from '@rondo/design';
import { spreadOf, type PhaseId } from '@rondo/meeting';
import { FAR_APART, ScaleChart, useWords } from '../../parts/index.ts';
import type { RateState, Statement } from '../domain/index.ts';
import { scaleWords, useRate, useRateHand } from './useRate.ts';
import styles from './Rate.module.css';

/** From here on a difference is worth a word when it is the biggest one. */
const WORTH_A_WORD = FAR_APART * 0.75;

/** All statements, each with its results where enough have answered it. */
export function Statements({ phase }: { phase: PhaseId }) {
  const { settings, state } = useRate(phase);
  const split = mostSplit(state);
  return (
    <ol className={styles.list}>
      {settings.statements.map((each) => (
        <Item key={each.id} phase={phase} statement={each} isMostSplit={each.id === split} />
      ))}
    </ol>
  );
}

/** The statement that people see most differently; null: none stands out, or there is only one. */
function mostSplit({ results }: RateState): string | null {
  const spreads = Object.entries(results)
    .map(([id, { counts }]) => ({ id, spread: spreadOf(counts) }))
    .sort((a, b) => b.spread - a.spread);
  const [most, next] = spreads;
  if (!most || !next || most.spread < WORTH_A_WORD || most.spread === next.spread) return null;
  return most.id;
}

interface Props {
  phase: PhaseId;
  statement: Statement;
  isMostSplit: boolean;
}

function Item({ phase, statement, isMostSplit }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { settings, state } = useRate(phase);
  const { answers, counted } = useRateHand(phase);
  const shown = state.results[statement.id];
  return (
    <li className={styles.statement}>
      <div className={styles.head}>
        <h3>{words(statement.text)}</h3>
        {isMostSplit && (
          <Badge tone="warn">
            <Trans>here you differ most</Trans>
          </Badge>
        )}
      </div>
      {shown ? (
        <ScaleChart
          counts={shown.counts}
          scale={scaleWords(settings)}
          mine={counted[statement.id] ? answers[statement.id] : undefined}
        />
      ) : (
        state.shown > 0 && (
          <p className={styles.hint}>
            <Trans>
              Fewer than {settings.fewest} people have answered this one, so nothing is shown.
            </Trans>
          </p>
        )
      )}
      {shown && shown.comments.length > 0 && (
        <ul className={styles.comments} aria-label={t`Comments, in no particular order`}>
          {shown.comments.map((text, index) => {
            // Comments are only ever added behind those that are there.
            const place = index + 1;
            return (
              <li key={place}>
                <Card size="s" hue="rate">
                  {text}
                </Card>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
