import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Hand } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import type { KudosId } from '../domain/index.ts';
import { KudosForm } from './KudosForm.tsx';
import { useAppreciate, useAppreciateHand } from './useAppreciate.ts';
import { WrappedKudos } from './WrappedKudos.tsx';
import styles from './AppreciateTray.module.css';

/** The hand of this phase: what I have wrapped, and room for the next thank-you. */
export function AppreciateTray({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const { status } = useAppreciate(phase);
  const { wrapped } = useAppreciateHand(phase);
  // The record's own keys are ids of kudos.
  const mine = Object.keys(wrapped) as KudosId[];
  const count = mine.length;
  return (
    <Hand
      title={status === 'open' ? t`Your hand` : t`One more thank-you`}
      note={status === 'open' ? t`Only you see this` : t`Yours until you give it`}
      count={count > 0 ? t`${plural(count, { one: '# wrapped', other: '# wrapped' })}` : undefined}
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      defaultOpen={status === 'open'}
    >
      <div className={styles.tray}>
        {count > 0 && (
          <ul className={styles.wrapped} aria-label={t`What you have wrapped`}>
            {mine.map((id) => {
              const kudos = wrapped[id];
              return (
                kudos && (
                  <li key={id} className={styles.place}>
                    <WrappedKudos phase={phase} id={id} kudos={kudos} />
                  </li>
                )
              );
            })}
          </ul>
        )}
        <KudosForm phase={phase} />
      </div>
    </Hand>
  );
}
