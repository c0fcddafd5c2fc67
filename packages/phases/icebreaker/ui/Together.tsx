import { Plural, Trans, useLingui } from '@lingui/react/macro';
import {
  announce,
  Avatar,
  Badge,
  Button,
  Card,
  CardPile,
  EmptyState,
  Markdown,
} from '@rondo/design';
import { useMe, useSend, useSteers, useView, useWaiting } from '@rondo/live/react';
import { nameOf, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { Eye } from 'lucide-react';
import { useChange } from '../../parts/index.ts';
import { revealAnswers } from '../domain/index.ts';
import { useIcebreaker } from './useIcebreaker.ts';
import styles from './Together.module.css';

/** Everybody writes, face down; then all answers are turned over together. */
export function Together({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const steers = useSteers();
  const { status, state } = useIcebreaker(phase);
  const isRevealing = useWaiting(phase, revealAnswers);
  const { answered, answers } = state;
  useChange(answers === null, () => {
    if (answers !== null) announce(t`The answers lie open.`);
  });
  if (answers !== null) return <Answers answers={answers} />;
  if (status !== 'open' && answered === 0) {
    return status === 'done' ? (
      <EmptyState hue="icebreaker" title={t`Nobody has written an answer`} />
    ) : null;
  }
  return (
    <section className={styles.lying} aria-label={t`Answers`}>
      <CardPile
        hue="icebreaker"
        count={answered}
        label={
          answered === 0 ? (
            <Trans>No answers yet. They stay face down until all are turned over.</Trans>
          ) : (
            <Plural value={answered} one="# answer face down" other="# answers face down" />
          )
        }
      />
      {steers && status === 'open' && (
        <Button
          tone={answered > 0 ? 'primary' : 'plain'}
          icon={<Eye size={18} aria-hidden />}
          disabled={answered === 0}
          busy={isRevealing}
          onClick={() => void send(phase, revealAnswers, {})}
        >
          <Trans>Turn the answers over</Trans>
        </Button>
      )}
    </section>
  );
}

function Answers({ answers }: { answers: Record<ParticipantId, string> }) {
  const { t } = useLingui();
  const me = useMe();
  const board = useView((view) => view.board);
  // The record's own keys are participant ids.
  const given = (Object.entries(answers) as [ParticipantId, string][]).map(([id, text]) => ({
    id,
    text,
    name: nameOf(board, id),
  }));
  given.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  return (
    <ul className={styles.answers} aria-label={t`Answers`}>
      {given.map(({ id, text, name }, place) => (
        <li key={id} className={styles.answer} style={{ '--place': Math.min(place, 12) }}>
          <Card
            hue="icebreaker"
            className={styles.card}
            footer={
              <>
                <Avatar name={name} seed={id} size={24} />
                <span>{name}</span>
                {id === me && (
                  <Badge>
                    <Trans>You</Trans>
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
  );
}
