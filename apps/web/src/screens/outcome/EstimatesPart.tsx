import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Markdown } from '@rondo/design';
import { inLanguage, type OutcomePart } from '@rondo/meeting';
import styles from './EstimatesPart.module.css';

type Estimates = Extract<OutcomePart, { as: 'estimates' }>;
type Story = Estimates['stories'][number];

/** What stories were estimated at: a table to compare, and behind each story what else is known of it. */
export function EstimatesPart({ part }: { part: Estimates }) {
  const { t, i18n } = useLingui();
  const words = (text: Estimates['dimensions'][number]['name']) => inLanguage(text, i18n.locale);
  const number = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 });
  return (
    // What scrolls must take the focus, so that the keyboard can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.frame} role="group" aria-label={t`Estimates`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Story</Trans>
            </th>
            {part.dimensions.map(({ id, name }) => (
              <th key={id} scope="col" className={styles.score}>
                {words(name)}
              </th>
            ))}
            {part.figure !== undefined && (
              <th scope="col" className={styles.score}>
                {words(part.figure)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {part.stories.map((story, index) => (
            <tr key={index}>
              <th scope="row" className={styles.story}>
                {/^https?:\/\//i.test(story.link ?? '') ? (
                  <a href={story.link ?? ''} target="_blank" rel="noopener noreferrer">
                    {story.title}
                  </a>
                ) : (
                  story.title
                )}
                <Details story={story} />
              </th>
              {part.dimensions.map(({ id }, at) => (
                <td key={id} className={styles.score}>
                  <Result result={story.results[at]} />
                </td>
              ))}
              {part.figure !== undefined && (
                <td className={styles.score}>
                  {typeof story.figure === 'number' ? (
                    <strong>{number.format(story.figure)}</strong>
                  ) : (
                    '–'
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The score, and the last cards where they were not all the same. */
function Result({ result }: { result: Story['results'][number] | undefined }) {
  const { t } = useLingui();
  if (!result) return '–';
  const cards = result.spread.map(
    ({ value, count }) => `${count} × ${value === 'pass' ? t`pass` : value}`,
  );
  return (
    <>
      <strong>{result.score ?? '–'}</strong>
      {(cards.length > 1 || (result.score === null && cards.length > 0)) && (
        <small className={styles.small}>{cards.join(', ')}</small>
      )}
      {result.rounds > 1 && (
        <small className={styles.small}>
          <Plural value={result.rounds} one="# round" other="# rounds" />
        </small>
      )}
    </>
  );
}

function Details({ story: { description, acceptance, comments } }: { story: Story }) {
  if (description === '' && acceptance === '' && comments.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>
        {comments.length > 0 ? (
          <Plural value={comments.length} one="Details, # comment" other="Details, # comments" />
        ) : (
          <Trans>Details</Trans>
        )}
      </summary>
      {description !== '' && <Markdown text={description} />}
      {acceptance !== '' && (
        <>
          <p className={styles.small}>
            <Trans>Acceptance criteria</Trans>
          </p>
          <Markdown text={acceptance} />
        </>
      )}
      {comments.length > 0 && (
        <ul className={styles.comments}>
          {comments.map((comment, index) => (
            <li key={index} data-reply={comment.reply ? '' : undefined}>
              <strong>{comment.by}</strong> <Markdown text={comment.text} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
