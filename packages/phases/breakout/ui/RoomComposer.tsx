import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, hueStyle, Select } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { NewCardField, useAct, useNewCard, useWords } from '../../parts/index.ts';
import { addCard, LONGEST_CARD } from '../domain/index.ts';
import { useBreakout } from './useBreakout.ts';
import styles from './Breakout.module.css';

/** The field for the next card of one's room. */
export function RoomComposer({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const act = useAct(phase);
  const { prompts } = useBreakout(phase).settings;
  const card = useNewCard(phase, {
    prompts,
    limit: LONGEST_CARD,
    put(added) {
      announce(t`Added to your room`);
      return act(addCard, added);
    },
  });
  const { prompt, choose, canAdd, add } = card;
  return (
    <form
      className={styles.composer}
      style={hueStyle(prompt?.hue)}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <NewCardField card={card} />
      <div className={styles.foot}>
        {prompts.length > 1 && (
          <Select
            label={t`Column`}
            hideLabel
            value={prompt?.id ?? ''}
            onChange={(event) => choose(event.target.value)}
            options={prompts.map(({ id, title }) => ({ value: id, label: words(title) }))}
          />
        )}
        <Button tone="primary" type="submit" disabled={!canAdd}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </form>
  );
}
