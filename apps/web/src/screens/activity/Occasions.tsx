import { Trans, useLingui } from '@lingui/react/macro';
import type { Activity } from '@rondo/contract';
import { Link } from '@tanstack/react-router';
import styles from './Occasions.module.css';

interface Props {
  activity: Activity;
  team: string;
}

/** What it is good for, in single words; each leads to what else is. */
export function Occasions({ activity: { keywords }, team }: Props) {
  const { i18n } = useLingui();
  const words = (i18n.locale.startsWith('de') ? keywords.de : undefined) ?? keywords.en;
  if (words.length === 0) return null;
  return (
    <section aria-labelledby="occasions">
      <h2 id="occasions" className={styles.title}>
        <Trans>For occasions such as</Trans>
      </h2>
      <ul className={styles.words}>
        {words.map((word) => (
          <li key={word}>
            <Link
              to="/teams/$team/library"
              params={{ team }}
              search={{ q: word }}
              className={styles.word}
            >
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
