import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Card, Markdown } from '@rondo/design';
import { inLanguage, type OutcomePart } from '@rondo/meeting';
import { ReactionSign } from '@rondo/phases/parts';
import styles from './AnswersPart.module.css';

type Part = Extract<OutcomePart, { as: 'answers' }>;
type Answer = Part['answers'][number];

/** A question and what people answered, with what was said about it and who did not answer. */
export function AnswersPart({ part }: { part: Part }) {
  const { i18n } = useLingui();
  const { missing = [] } = part;
  const names = new Intl.ListFormat(i18n.locale).format(missing);
  return (
    <section className={styles.part} data-flag={part.flag ? '' : undefined}>
      <h3 className={styles.question}>
        {inLanguage(part.question, i18n.locale)}{' '}
        {part.flag && part.answers.length > 0 && (
          <Badge tone="warn">
            <Trans>Needs help</Trans>
          </Badge>
        )}
      </h3>
      {part.answers.length > 0 && (
        <ul className={styles.answers}>
          {part.answers.map((answer, index) => (
            <li key={index}>
              <AnswerCard answer={answer} />
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p className={styles.missing}>
          <Trans>No answer from {names}.</Trans>
        </p>
      )}
    </section>
  );
}

function AnswerCard({ answer }: { answer: Answer }) {
  const { comments = [], reactions = [] } = answer;
  const hasFooter = answer.by !== undefined || answer.late === true || reactions.length > 0;
  return (
    <>
      <Card
        size="s"
        footer={
          hasFooter && (
            <span className={styles.facts}>
              {answer.by}
              {answer.late && (
                <Badge tone="warn">
                  <Trans>late</Trans>
                </Badge>
              )}
              {reactions.map(({ sign, count }) => (
                <ReactionSign key={sign} sign={sign} count={count} />
              ))}
            </span>
          )
        }
      >
        {answer.text === '' ? (
          <em>
            <Trans>This answer was taken back.</Trans>
          </em>
        ) : (
          <Markdown text={answer.text} />
        )}
      </Card>
      {comments.length > 0 && (
        <ul className={styles.comments}>
          {comments.map((comment, index) => (
            <li key={index} className={comment.reply ? styles.reply : undefined}>
              <strong>{comment.by}</strong> <Markdown text={comment.text} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
