import { Trans } from '@lingui/react/macro';
import { Badge, Card, Markdown } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { nameOf } from '@rondo/meeting';
import { useWords } from '../../parts/index.ts';
import type { PollOption, Reason } from '../domain/index.ts';
import styles from './Result.module.css';

interface Props {
  options: readonly PollOption[];
  reasons: readonly Reason[];
}

/** Why people answered as they did, each beside its answer. */
export function Reasons({ options, reasons }: Props) {
  const words = useWords();
  const board = useView((view) => view.board);
  if (reasons.length === 0) return null;
  const labelOf = (id: string): string => {
    const option = options.find((each) => each.id === id);
    return option ? words(option.label) : '';
  };
  return (
    <section className={styles.reasons}>
      <h3>
        <Trans>Reasons</Trans>
      </h3>
      <ul className={styles.cards}>
        {reasons.map(({ id, text, option, by, withdrawn }) => (
          <li key={id}>
            <Card
              hue={option === 'objection' || option === '0' ? 'clay' : 'poll'}
              muted={withdrawn === true}
              footer={
                <>
                  {labelOf(option)}
                  {by && ` · ${nameOf(board, by)}`}{' '}
                  {withdrawn && (
                    <Badge tone="ok">
                      <Trans>taken back</Trans>
                    </Badge>
                  )}
                </>
              }
            >
              <Markdown text={text} />
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
