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
  Menu,
} from '@rondo/design';
import { useMe, useSend, useSteers, useView, useWaiting } from '@rondo/live/react';
import { nameOf, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { Ellipsis, Eye, Pencil, Undo2 } from 'lucide-react';
import { useChange } from '../../parts/index.ts';
import { revealAnswers, writeAnswer } from '../domain/index.ts';
import { useIcebreaker } from './useIcebreaker.ts';
import styles from './Together.module.css';

/** Everybody writes, face down; then all answers are turned over together. */
export function Together({ phase, onChange }: { phase: PhaseId; onChange: () => void }) {
  const { t } = useLingui();
  const send = useSend();
  const steers = useSteers();
  const { status, state } = useIcebreaker(phase);
  const isRevealing = useWaiting(phase, revealAnswers);
  const { answered, answers } = state;
  useChange(answers === null, () => {
    if (answers !== null) announce(t`The answers lie open.`);
  });
  if (answers !== null) return <Answers phase={phase} answers={answers} onChange={onChange} />;
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

interface AnswersProps {
  phase: PhaseId;
  answers: Record<ParticipantId, string>;
  /** My own is to be written anew. */
  onChange: () => void;
}

function Answers({ phase, answers, onChange }: AnswersProps) {
  const { t } = useLingui();
  const send = useSend();
  const { status } = useIcebreaker(phase);
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
            actions={
              id === me &&
              status === 'open' && (
                <Menu
                  label={t`Your answer`}
                  iconOnly
                  size="s"
                  align="end"
                  button={<Ellipsis size={18} />}
                  items={[
                    { label: t`Change`, icon: <Pencil size={16} />, onSelect: onChange },
                    {
                      label: t`Take it back`,
                      icon: <Undo2 size={16} />,
                      onSelect: () => void send(phase, writeAnswer, { text: null }),
                    },
                  ]}
                />
              )
            }
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
