import { useLingui } from '@lingui/react/macro';
import type { Activity } from '@rondo/contract';
import { hueStyle, promptHues, Ring, type Hue } from '@rondo/design';
import { askedIn, questionIn, type Asked } from '@rondo/library/asked';
import { inLanguage } from '@rondo/meeting';
import { phaseTitle } from '@rondo/phases/outlines';
import styles from './Activity.module.css';

/** The flow in words: each step with what it asks and a tip for who facilitates. */
export function Steps({ activity }: { activity: Activity }) {
  const { t, i18n } = useLingui();
  return (
    <ol className={styles.steps}>
      {activity.flow.map((step, index) => {
        const asked = askedIn(step.settings);
        // Every wrap-up asks whether the meeting was worth the time; that says nothing about this one.
        const question = step.kind === 'wrap-up' ? undefined : questionIn(step.settings);
        return (
          <li key={index} className={styles.step}>
            {/* Every kind of phase has a hue of its own name. */}
            <Ring state="done" hue={step.kind as Hue} />
            <div className={styles.about}>
              <h3 className={styles.kind}>
                {inLanguage(step.title ?? phaseTitle(step.kind), i18n.locale)}
                {step.minutes !== undefined && (
                  <span className={styles.minutes}>{t`${step.minutes} min`}</span>
                )}
              </h3>
              {question !== undefined && (
                <p className={styles.question}>{inLanguage(question, i18n.locale)}</p>
              )}
              {asked.length > 0 && (
                <ul className={styles.prompts} style={{ '--columns': columnsFor(asked.length) }}>
                  {asked.map((each, place) => (
                    <Prompt key={place} asked={each} />
                  ))}
                </ul>
              )}
              {step.tip !== undefined && (
                <p className={styles.tip}>{inLanguage(step.tip, i18n.locale)}</p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Up to four in a row, and no row with a single one where it can be helped. */
function columnsFor(count: number): number {
  if (count <= 4) return count;
  if (count % 4 === 0) return 4;
  if (count % 3 === 0) return 3;
  return count % 4 === 1 ? 3 : 4;
}

function Prompt({ asked: { title, hint, hue } }: { asked: Asked }) {
  const { i18n } = useLingui();
  return (
    <li style={hueStyle(promptHues.find((each) => each === hue))} className={styles.prompt}>
      <strong>{inLanguage(title, i18n.locale)}</strong>
      {hint !== undefined && <span>{inLanguage(hint, i18n.locale)}</span>}
    </li>
  );
}
