import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, IconButton, RadioCards, Select, TextField } from '@rondo/design';
import type { LocalText } from '@rondo/meeting';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useWords } from '../../parts/index.ts';
import {
  FEWEST,
  MOST_STATEMENTS,
  POINTS,
  type RateSettings,
  type Statement,
} from '../domain/index.ts';
import styles from './Settings.module.css';

interface Props {
  settings: RateSettings;
  change: (settings: RateSettings) => void;
}

type Kind = 'numbers' | 'lights' | 'recommend';

const LIGHTS: RateSettings['scale'] = {
  points: 3,
  from: 1,
  low: { en: 'Not good', de: 'Nicht gut' },
  high: { en: 'Good', de: 'Gut' },
  names: [
    { sign: '🔴', label: { en: 'Not good', de: 'Nicht gut' } },
    { sign: '🟡', label: { en: 'So-so', de: 'Geht so' } },
    { sign: '🟢', label: { en: 'Good', de: 'Gut' } },
  ],
};

const RECOMMEND: RateSettings['scale'] = {
  points: 11,
  from: 0,
  low: { en: 'Certainly not', de: 'Sicher nicht' },
  high: { en: 'Certainly', de: 'Auf jeden Fall' },
};

const numbersOf = (points: number, before: RateSettings['scale']): RateSettings['scale'] => ({
  points,
  from: 1,
  low: before.low,
  high: before.high,
});

const range = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, index) => String(least + index));

/** What somebody who composes an activity decides about a rating. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { scale } = settings;
  const kind: Kind = scale.names ? 'lights' : settings.score === 'enps' ? 'recommend' : 'numbers';

  function chooseKind(next: Kind): void {
    if (next === kind) return;
    const score = next === 'recommend' ? ('enps' as const) : ('average' as const);
    const scales = { numbers: numbersOf(5, scale), lights: LIGHTS, recommend: RECOMMEND };
    change({ ...settings, scale: scales[next], score });
  }

  const called = (text: LocalText | undefined): string => (text === undefined ? '' : words(text));

  return (
    <div className={styles.form}>
      <TextField
        label={t`What all statements together ask`}
        optional={t`optional`}
        maxLength={160}
        value={called(settings.question)}
        onChange={({ target }) => {
          const { question: _, ...rest } = settings;
          change(target.value === '' ? rest : { ...rest, question: target.value });
        }}
      />
      <StatementList
        statements={settings.statements}
        change={(statements) => change({ ...settings, statements })}
      />
      <RadioCards<Kind>
        label={t`Answered with`}
        value={kind}
        onChange={chooseKind}
        columns={3}
        options={[
          { value: 'numbers', label: t`Numbers` },
          { value: 'lights', label: t`Signs`, hint: t`such as traffic lights` },
          { value: 'recommend', label: t`0 to 10`, hint: t`as a recommendation score` },
        ]}
      />
      {kind === 'numbers' && (
        <Select
          label={t`Points`}
          value={String(scale.points)}
          options={range(POINTS.least, POINTS.most).map((value) => ({ value, label: value }))}
          onChange={({ target }) =>
            change({ ...settings, scale: numbersOf(Number(target.value), scale) })
          }
        />
      )}
      {scale.names ? (
        scale.names.map((name, index) => {
          const place = index + 1;
          return (
            <TextField
              key={place}
              label={name.sign ? t`What ${name.sign} means` : t`Point ${place}`}
              maxLength={60}
              value={called(name.label)}
              onChange={({ target }) =>
                change({
                  ...settings,
                  scale: {
                    ...scale,
                    names: scale.names?.map((each) =>
                      each === name ? { ...each, label: target.value } : each,
                    ),
                  },
                })
              }
            />
          );
        })
      ) : (
        <div className={styles.ends}>
          <TextField
            label={t`The lowest point means`}
            maxLength={60}
            value={called(scale.low)}
            onChange={({ target }) =>
              change({ ...settings, scale: { ...scale, low: target.value } })
            }
          />
          <TextField
            label={t`The highest point means`}
            maxLength={60}
            value={called(scale.high)}
            onChange={({ target }) =>
              change({ ...settings, scale: { ...scale, high: target.value } })
            }
          />
        </div>
      )}
      <Select
        label={t`People needed before anything is shown`}
        hint={t`With fewer, somebody could be found in the numbers.`}
        value={String(settings.fewest)}
        options={range(FEWEST.least, FEWEST.most).map((value) => ({ value, label: value }))}
        onChange={({ target }) => change({ ...settings, fewest: Number(target.value) })}
      />
      <Checkbox
        label={t`A few words may go with each answer`}
        checked={settings.comments}
        onChange={({ target }) => change({ ...settings, comments: target.checked })}
      />
    </div>
  );
}

interface ListProps {
  statements: readonly Statement[];
  change: (statements: Statement[]) => void;
}

/** The statements in their order: changed, moved, removed, and one more. */
function StatementList({ statements, change }: ListProps) {
  const { t } = useLingui();
  const words = useWords();
  const moved = (from: number, to: number): Statement[] => {
    const rest = statements.filter((_, index) => index !== from);
    const one = statements[from];
    return one ? [...rest.slice(0, to), one, ...rest.slice(to)] : rest;
  };
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>
        <Trans>Statements</Trans>
      </legend>
      {statements.map((each, index) => (
        <div key={each.id} className={styles.row}>
          <TextField
            hideLabel
            label={t`Statement ${index + 1}`}
            maxLength={200}
            value={words(each.text)}
            onChange={({ target }) =>
              change(
                statements.map((one) =>
                  one.id === each.id ? { ...one, text: target.value } : one,
                ),
              )
            }
          />
          <IconButton
            size="s"
            label={t`Move statement ${index + 1} up`}
            icon={<ArrowUp size={16} />}
            disabled={index === 0}
            onClick={() => change(moved(index, index - 1))}
          />
          <IconButton
            size="s"
            label={t`Move statement ${index + 1} down`}
            icon={<ArrowDown size={16} />}
            disabled={index === statements.length - 1}
            onClick={() => change(moved(index, index + 1))}
          />
          <IconButton
            size="s"
            label={t`Remove statement ${index + 1}`}
            icon={<Trash2 size={16} />}
            disabled={statements.length === 1}
            onClick={() => change(statements.filter((one) => one.id !== each.id))}
          />
        </div>
      ))}
      <Button
        size="s"
        icon={<Plus size={16} aria-hidden />}
        disabled={statements.length >= MOST_STATEMENTS}
        onClick={() =>
          change([...statements, { id: freeId(statements), text: t`We have what we need` }])
        }
      >
        <Trans>One more statement</Trans>
      </Button>
    </fieldset>
  );
}

/** An id that no other statement has. It stays when the words change, so answers can be followed. */
function freeId(statements: readonly Statement[]): string {
  const taken = new Set(statements.map(({ id }) => id));
  for (let n = statements.length + 1; ; n++) if (!taken.has(`s${n}`)) return `s${n}`;
}
