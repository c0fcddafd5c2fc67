import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Avatar, dateIn } from '@rondo/design';
import { inLanguage, type Outcome } from '@rondo/meeting';
import { isAboutTasks } from './agreeing.ts';
import { Part, tells } from './Part.tsx';
import { Tasks } from './Tasks.tsx';
import styles from './Outcome.module.css';

/** An outcome from its title to the people, without what can be done with it. */
export function OutcomeBody({ outcome }: { outcome: Outcome }) {
  const { i18n } = useLingui();
  const activity = inLanguage(outcome.activity, i18n.locale);
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>{outcome.name}</h1>
        <p className={styles.about}>
          {activity !== outcome.name && `${activity} · `}
          {dateIn(i18n.locale, new Date(outcome.endedAt), { dateStyle: 'long' })}
          {/* A dash stands for nobody, such as in what came from another tool. */}
          {outcome.facilitator !== '–' && (
            <>
              {' · '}
              <Trans>facilitated by {outcome.facilitator}</Trans>
            </>
          )}
        </p>
      </header>
      {isAboutTasks(outcome) && <Tasks outcome={outcome} />}
      {outcome.phases
        .map((phase) => ({ ...phase, parts: phase.parts.filter(tells) }))
        .filter((phase) => phase.parts.length > 0)
        .map((phase) => (
          <section key={phase.id} className={styles.phase} aria-labelledby={phase.id}>
            <h2 id={phase.id} className={styles.subtitle}>
              {inLanguage(phase.title, i18n.locale)}
            </h2>
            {phase.parts.map((part, index) => (
              <Part key={index} part={part} outcome={outcome} />
            ))}
          </section>
        ))}
      <section className={styles.phase} aria-labelledby="people">
        <h2 id="people" className={styles.subtitle}>
          <Plural
            value={outcome.people.length}
            one="One person took part"
            other="# people took part"
          />
        </h2>
        <ul className={styles.people}>
          {outcome.people.map((person, index) => (
            <li key={index} className={styles.person}>
              <Avatar name={person.name} size={32} />
              {person.name}
              {person.role === 'guest' && (
                <span className={styles.note}>
                  <Trans>guest</Trans>
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
