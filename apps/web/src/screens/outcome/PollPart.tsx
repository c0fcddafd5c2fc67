import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Badge, Card, Markdown } from '@rondo/design';
import { inLanguage, type OutcomePart } from '@rondo/meeting';
import { RunoffTable } from './RunoffTable.tsx';
import { VerdictWords } from './VerdictWords.tsx';
import styles from './PollPart.module.css';

type PollPartOf = Extract<OutcomePart, { as: 'poll' }>;

/** What was asked, answered and decided. */
export function PollPart({ part }: { part: PollPartOf }) {
  const { i18n } = useLingui();
  const most = Math.max(1, ...part.options.map(({ count }) => count));
  return (
    <section className={styles.poll}>
      <header>
        <h3 className={styles.question}>{inLanguage(part.question, i18n.locale)}</h3>
        <p className={styles.facts}>
          {part.verdict && (
            <Badge tone={part.verdict === 'blocked' ? 'danger' : 'neutral'}>
              <VerdictWords verdict={part.verdict} />
            </Badge>
          )}
          {part.round !== undefined && (
            <span>
              <Trans>Round {part.round}</Trans>
            </span>
          )}
          <span>
            <Plural value={part.answers} one="# answer" other="# answers" />
          </span>
        </p>
      </header>
      {part.decision !== null && (
        <div className={styles.decision}>
          <b>
            <Trans>Decision</Trans>
          </b>
          <Markdown text={part.decision} />
        </div>
      )}
      {part.tooFew ? (
        <p className={styles.facts}>
          <Trans>Too few answers to show without giving somebody away.</Trans>
        </p>
      ) : (
        <>
          {part.rounds && (
            <p className={styles.facts}>
              <Trans>First choices</Trans>
            </p>
          )}
          <ul className={styles.options}>
            {part.options.map(({ label, count, by, winner }, index) => (
              <li key={index} data-wins={winner ? '' : undefined}>
                <span className={styles.label}>{inLanguage(label, i18n.locale)}</span>
                <span className={styles.count}>{count}</span>
                <span className={styles.track} aria-hidden="true">
                  <i style={{ inlineSize: `${(count / most) * 100}%` }} />
                </span>
                {by && by.length > 0 && <span className={styles.names}>{by.join(', ')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {part.rounds && part.rounds.length > 1 && (
        <RunoffTable options={part.options} rounds={part.rounds} />
      )}
      {part.reasons.length > 0 && (
        <ul className={styles.reasons}>
          {part.reasons.map(({ text, option, by, withdrawn }, index) => (
            <li key={index}>
              <Card
                size="s"
                hue="poll"
                muted={withdrawn === true}
                footer={
                  <>
                    {[inLanguage(option, i18n.locale), by].filter(Boolean).join(' · ')}
                    {withdrawn && (
                      <>
                        {' · '}
                        <Trans>taken back</Trans>
                      </>
                    )}
                  </>
                }
              >
                <Markdown text={text} />
              </Card>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
