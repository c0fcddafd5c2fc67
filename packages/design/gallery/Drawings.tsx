import { Illustration, compositions, type Hue } from '../src/index.ts';
import { Page } from './Section.tsx';
import styles from './Drawings.module.css';

const sets: Hue[][] = [
  ['moss', 'clay', 'sky'],
  ['amber', 'sky', 'rose'],
  ['collect', 'vote', 'icebreaker'],
  ['teal', 'amber', 'plum'],
  ['plum', 'olive', 'clay'],
  ['indigo', 'rose', 'teal'],
  ['estimate', 'slate'],
];

/** Every composition, three seeds each. */
export function Drawings() {
  return (
    <Page title="Illustrations">
      <div className={styles.grid}>
        {compositions.flatMap((composition, row) =>
          [0, 1, 2].map((column) => {
            const seed = `${composition} ${column}`;
            return (
              <figure key={seed} className={styles.drawing}>
                <Illustration
                  seed={seed}
                  composition={composition}
                  hues={sets[(row * 3 + column) % sets.length] ?? ['collect']}
                />
                <figcaption>{composition}</figcaption>
              </figure>
            );
          }),
        )}
      </div>
    </Page>
  );
}
