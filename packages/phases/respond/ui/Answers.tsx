import { Trans, useLingui } from '@lingui/react/macro';
import { CardPile, EmptyState, hueStyle, Tabs } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { compareText, nameOf, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { LifeBuoy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useWords } from '../../parts/index.ts';
import { byUrgency, type Answer, type AnswerId } from '../domain/index.ts';
import { AnswerItem, Signature } from './AnswerItem.tsx';
import { useIsHidden, useRespond, useShown } from './useRespond.ts';
import { useSeen } from './useSeen.ts';
import styles from './Answers.module.css';

interface Row {
  id: AnswerId;
  answer: Answer;
}

/** The earliest first; without names in the order of ids that were drawn by chance. */
const inOrder = (a: Row, b: Row): number =>
  (a.answer.at ?? 0) - (b.answer.at ?? 0) || compareText(a.id, b.id);

/** What others have answered, as far as I may see it: those who need help first. */
export function Answers({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const { settings } = useRespond(phase);
  const shown = useShown(phase);
  const isHidden = useIsHidden(phase);
  const rows = useMemo(
    () =>
      // The record's own keys are answer ids.
      (Object.entries(shown.answers) as [AnswerId, Answer][])
        .map(([id, answer]): Row => ({ id, answer }))
        .sort(inOrder),
    [shown.answers],
  );
  const isNew = useSeen(
    phase,
    rows.map(({ id }) => id),
  );
  const [view, setView] = useState<'people' | 'prompts'>('people');
  if (rows.length === 0 || isHidden) return <Hidden phase={phase} rows={rows} />;
  if (settings.anonymous) return <ByPrompt phase={phase} rows={rows} isNew={isNew} />;
  const isSingle = settings.prompts.length === 1;
  if (isSingle) return <ByPrompt phase={phase} rows={rows} isNew={isNew} hideTitle />;
  return (
    <Tabs
      label={t`How the answers are sorted`}
      tabs={[
        { id: 'people', label: <Trans>By person</Trans> },
        { id: 'prompts', label: <Trans>By question</Trans> },
      ]}
      value={view}
      onChange={setView}
    >
      {view === 'people' ? (
        <ByPerson phase={phase} rows={rows} isNew={isNew} />
      ) : (
        <ByPrompt phase={phase} rows={rows} isNew={isNew} />
      )}
    </Tabs>
  );
}

interface ListProps {
  phase: PhaseId;
  rows: readonly Row[];
  isNew: (id: string) => boolean;
}

function ByPerson({ phase, rows, isNew }: ListProps) {
  const { settings } = useRespond(phase);
  const board = useView((view) => view.board);
  const flagged = new Set(settings.prompts.flatMap(({ id, flag }) => (flag ? [id] : [])));
  const calm = rows.filter(({ answer }) => !flagged.has(answer.prompt));
  const people = [...new Set(calm.map(({ answer }) => answer.by))].filter(
    (by): by is ParticipantId => by !== undefined,
  );
  return (
    <>
      <NeedsHelp
        phase={phase}
        rows={rows.filter(({ answer }) => flagged.has(answer.prompt))}
        isNew={isNew}
      />
      <ul className={styles.people}>
        {people.map((person) => {
          const own = calm.filter(({ answer }) => answer.by === person);
          const latest = own.map(({ answer }) => answer.at ?? 0);
          return (
            <li key={person} className={styles.person}>
              <h3 className="visually-hidden">{nameOf(board, person)}</h3>
              <Signature
                size={32}
                answer={{
                  by: person,
                  at: Math.max(...latest),
                  ...(own.some(({ answer }) => answer.late) && { late: true }),
                }}
                isNew={own.some(({ id }) => isNew(id))}
              />
              {settings.prompts.map((prompt) =>
                own
                  .filter(({ answer }) => answer.prompt === prompt.id)
                  .map(({ id, answer }) => (
                    <AnswerItem
                      key={id}
                      phase={phase}
                      id={id}
                      answer={answer}
                      prompt={prompt}
                      shows="prompt"
                      isNew={false}
                    />
                  )),
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Answers that call for somebody, on top of everything. */
function NeedsHelp({ phase, rows, isNew }: ListProps) {
  const { settings } = useRespond(phase);
  if (rows.length === 0) return null;
  return (
    <section className={styles.help}>
      <h3 className={styles.helpTitle}>
        <LifeBuoy aria-hidden="true" size={18} />
        <Trans>Needs help</Trans>
      </h3>
      <ul className={styles.grid}>
        {settings.prompts.map((prompt) =>
          rows
            .filter(({ answer }) => answer.prompt === prompt.id)
            .map(({ id, answer }) => (
              <li key={id}>
                <AnswerItem
                  phase={phase}
                  id={id}
                  answer={answer}
                  prompt={prompt}
                  shows="person"
                  isNew={isNew(id)}
                />
              </li>
            )),
        )}
      </ul>
    </section>
  );
}

function ByPrompt({ phase, rows, isNew, hideTitle }: ListProps & { hideTitle?: boolean }) {
  const words = useWords();
  const { settings } = useRespond(phase);
  return byUrgency(settings).map((prompt) => {
    const answers = rows.filter(({ answer }) => answer.prompt === prompt.id);
    if (answers.length === 0) return null;
    return (
      <section key={prompt.id} className={styles.prompt} style={hueStyle(prompt.hue)}>
        <h3 className={hideTitle ? 'visually-hidden' : styles.promptTitle}>
          {words(prompt.title)}
        </h3>
        <ul className={styles.grid}>
          {answers.map(({ id, answer }) => (
            <li key={id} className={prompt.flag ? undefined : styles.person}>
              <AnswerItem
                phase={phase}
                id={id}
                answer={answer}
                prompt={prompt}
                shows="person"
                isNew={isNew(id)}
              />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

/** Why there is nothing to read yet, and how many answers there are. */
function Hidden({ phase, rows }: { phase: PhaseId; rows: readonly Row[] }) {
  const { t } = useLingui();
  const { settings, state, status } = useRespond(phase);
  if (status === 'done' || status === 'skipped')
    return status === 'done' && <EmptyState hue="respond" title={t`Nobody has answered`} />;
  if (state.revealed || state.answered === 0) {
    return (
      <EmptyState hue="respond" drawing="lines" title={t`Nobody has answered yet`}>
        <Trans>
          Answer whenever it suits you. Your draft waits in your hand until you give it.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <div className={styles.pile}>
      <CardPile
        hue="respond"
        count={state.answered}
        label={
          settings.visible === 'at-close' ? (
            rows.length > 0 ? (
              <Trans>All answers open when this phase closes, yours among them.</Trans>
            ) : (
              <Trans>All answers open when this phase closes.</Trans>
            )
          ) : (
            <Trans>The answers of others open for you as soon as you have given yours.</Trans>
          )
        }
      />
    </div>
  );
}
