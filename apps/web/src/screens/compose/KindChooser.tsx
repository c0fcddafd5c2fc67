import { Trans, useLingui } from '@lingui/react/macro';
import { Dialog, Ring, type Hue } from '@rondo/design';
import { checkFlow, inLanguage } from '@rondo/meeting';
import { outlines } from '@rondo/phases/outlines';
import { placeFor, type DraftStep } from './draft.ts';
import { useKindWords, useNeedWords } from './useKindWords.ts';
import styles from './Compose.module.css';

interface Props {
  open: boolean;
  onClose: () => void;
  flow: readonly DraftStep[];
  onChoose: (kind: string) => void;
}

/** All kinds of steps with what they are for; those that would lack something here say what. */
export function KindChooser({ open, onClose, flow, onChoose }: Props) {
  const { t, i18n } = useLingui();
  const about = useKindWords();
  const needs = useNeedWords();
  return (
    <Dialog open={open} onClose={onClose} title={t`Add a step`} closeLabel={t`Close`} size="l">
      <ul className={styles.kinds}>
        {Object.values(outlines).map(({ kind, title }) => {
          const place = placeFor(kind, flow);
          const before = flow.slice(0, place).map((step) => step.kind);
          const problem = checkFlow([...before, kind], outlines).find(
            ({ index }) => index === place,
          );
          return (
            <li key={kind}>
              <button type="button" className={styles.kind} onClick={() => onChoose(kind)}>
                {/* Every kind of phase has a hue of its own name. */}
                <Ring state="done" hue={kind as Hue} />
                <span className={styles.kindWords}>
                  <strong>{inLanguage(title, i18n.locale)}</strong>
                  <span className={styles.quiet}>{about(kind)}</span>
                  {problem && (
                    <span className={styles.lacks}>
                      <Trans>Not yet:</Trans> {needs(problem.missing)}
                    </span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
