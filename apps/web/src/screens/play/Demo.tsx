import { Trans, useLingui } from '@lingui/react/macro';
import { Illustration, linkClass, type Hue } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { Outside } from '../../shell/Outside.tsx';
import { useSignedIn } from './useSignedIn.ts';
import styles from './Play.module.css';

/** Three meetings that anybody may play, without an account. */
export default function Demo() {
  const { t } = useLingui();
  const isSignedIn = useSignedIn();
  const stories: { name: string; title: string; about: string; hues: Hue[] }[] = [
    {
      name: 'retro',
      title: t`Retrospective`,
      about: t`Write cards, group them, vote, talk, agree on a next step.`,
      hues: ['moss', 'clay', 'sky'],
    },
    {
      name: 'poker',
      title: t`Sprint poker`,
      about: t`Pick a card for each story, reveal, and see where you differ.`,
      hues: ['estimate', 'sky'],
    },
    {
      name: 'standup',
      title: t`Standup`,
      about: t`Answer three questions, then read what the others have said.`,
      hues: ['respond', 'moss'],
    },
  ];
  return (
    <Outside title={t`Try Rondo`} wide>
      <h1 className={styles.title}>
        <Trans>Try it, two minutes each</Trans>
      </h1>
      <p className={styles.lead}>
        <Trans>
          Three simulated teammates play along. It happens in your browser alone: no account,
          nothing is sent, nothing is kept.
        </Trans>
      </p>
      <ul className={styles.stories}>
        {stories.map(({ name, title, about, hues }) => (
          <li key={name}>
            <Link to="/demo/$story" params={{ story: name }} className={styles.story}>
              <span className={styles.picture}>
                <Illustration seed={`demo-${name}`} hues={hues} />
              </span>
              <strong>{title}</strong>
              <span className={styles.about}>{about}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className={styles.aside}>
        {isSignedIn ? (
          <Link to="/" className={linkClass}>
            <Trans>To your team</Trans>
          </Link>
        ) : (
          <>
            <Link to="/sign-up" className={linkClass}>
              <Trans>Make an account</Trans>
            </Link>
            <Link to="/sign-in" className={linkClass}>
              <Trans>Sign in</Trans>
            </Link>
          </>
        )}
      </p>
    </Outside>
  );
}
