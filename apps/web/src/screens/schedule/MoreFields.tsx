import { Trans, useLingui } from '@lingui/react/macro';
import type { Activity } from '@rondo/contract';
import { Checkbox, Select, Switch } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { phaseTitle } from '@rondo/phases/outlines';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Plan } from './plan.ts';
import { WindowFields } from './WindowFields.tsx';
import styles from './Schedule.module.css';

interface Props {
  team: string;
  plan: Plan;
  onChange: (changes: Partial<Plan>) => void;
}

/** What each new meeting takes from its series. */
export function MoreFields({ team, plan, onChange }: Props) {
  const { t } = useLingui();
  const activity = useQuery({
    ...api.activities.get.queryOptions({ input: { activity: plan.activity } }),
    staleTime: Infinity,
  });
  const flow = activity.data?.flow ?? [];
  const about = useQuery(api.teams.get.queryOptions({ input: { team } }));
  const { guests } = plan;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <Trans>Each meeting</Trans>
      </legend>
      <div className={styles.pair}>
        <Select
          label={t`Facilitator`}
          value={plan.facilitator ?? ''}
          onChange={(event) => onChange({ facilitator: event.target.value || null })}
          options={[
            { value: '', label: t`Whoever planned it` },
            ...(about.data?.members ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          label={t`People without an account`}
          value={guests ?? ''}
          onChange={(event) => {
            const value = event.target.value;
            onChange({
              guests: value === 'no' || value === 'lobby' || value === 'yes' ? value : null,
            });
          }}
          options={[
            { value: '', label: t`As the team has it` },
            { value: 'no', label: t`Stay out` },
            { value: 'lobby', label: t`Wait to be let in` },
            { value: 'yes', label: t`Come in by the link` },
          ]}
        />
      </div>
      <OfActivity flow={flow} plan={plan} onChange={onChange} />
      {!flow.some(({ kind }) => kind === 'review') && (
        <Switch
          label={t`Look at open promises first`}
          hint={t`When there are any: what became of what you agreed on in earlier meetings.`}
          checked={plan.options.review ?? false}
          onChange={(review) => onChange({ options: { ...plan.options, review } })}
        />
      )}
      <Switch
        label={t`Mail the team when it has begun`}
        checked={plan.mail}
        onChange={(mail) => onChange({ mail })}
      />
      {plan.rhythm !== null && (
        <Switch
          label={t`End the one before when the next begins`}
          hint={t`Only if it still runs. Its outcome goes to the team.`}
          checked={plan.endPrevious}
          onChange={(endPrevious) => onChange({ endPrevious })}
        />
      )}
      {flow.length > 0 && (
        <WindowFields
          flow={flow}
          without={plan.without}
          windows={plan.options.windows ?? []}
          onChange={(windows) => onChange({ options: { ...plan.options, windows } })}
        />
      )}
    </fieldset>
  );
}

/** What depends on the activity: whether cards are anonymous, and what can be left out. */
function OfActivity({ flow, plan, onChange }: Omit<Props, 'team'> & { flow: Activity['flow'] }) {
  const { t, i18n } = useLingui();
  const collect = flow.find((step) => step.kind === 'collect');
  const optional = flow.flatMap((step, index) =>
    step.kind === 'icebreaker' || step.kind === 'wrap-up' ? [{ step, index }] : [],
  );
  return (
    <>
      {collect && (
        <Switch
          label={t`Anonymous cards`}
          checked={plan.anonymous ?? collect.settings['anonymous'] !== false}
          onChange={(anonymous) => onChange({ anonymous })}
        />
      )}
      {optional.map(({ step, index }) => (
        <Checkbox
          key={index}
          label={t`With “${inLanguage(step.title ?? phaseTitle(step.kind), i18n.locale)}”`}
          checked={!plan.without.includes(index)}
          onChange={(event) =>
            onChange({
              without: event.target.checked
                ? plan.without.filter((each) => each !== index)
                : [...plan.without, index],
            })
          }
        />
      ))}
    </>
  );
}
