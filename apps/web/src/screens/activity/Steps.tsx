import { useLingui } from '@lingui/react/macro';
import type { Activity } from '@rondo/contract';
import { hueStyle, Ring, type Hue } from '@rondo/design';
import { inLanguage, type LocalText } from '@rondo/meeting';
import { phaseTitle } from '@rondo/phases/outlines';
import styles from './Activity.module.css';

interface Prompt {
  id: string;
  title: LocalText;
  hint?: LocalText;
  hue: Hue;
}

/** The flow as a picture: a ring for each step, with its prompts and its tip. */
export function Steps({ activity }: { activity: Activity }) {
  const { t, i18n } = useLingui();
  return (
    <ol className={styles.steps}>
      {activity.flow.map((step, index) => {
        // The collect kind has prompts; the others have none.
        const prompts = (step.settings['prompts'] ?? []) as Prompt[];
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
              {prompts.length > 0 && (
                <ul className={styles.prompts}>
                  {prompts.map((prompt) => (
                    <li key={prompt.id} style={hueStyle(prompt.hue)} className={styles.prompt}>
                      <strong>{inLanguage(prompt.title, i18n.locale)}</strong>
                      {prompt.hint !== undefined && (
                        <span>{inLanguage(prompt.hint, i18n.locale)}</span>
                      )}
                    </li>
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
