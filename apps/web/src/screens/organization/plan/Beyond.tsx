import { Plural, Trans } from '@lingui/react/macro';
import type { OrganizationPlan } from '@rondo/contract';
import { Banner, Button } from '@rondo/design';
import { useState } from 'react';
import { ChooseOpen } from './ChooseOpen.tsx';
import { usePlanWords } from './usePlanWords.ts';
import page from '../../Page.module.css';

interface Props {
  plan: OrganizationPlan;
  notice: NonNullable<OrganizationPlan['notice']>;
}

/** More teams than the plan allows: what becomes of them, and what can be done. */
export function Beyond({ plan, notice: { teams, from, isOver } }: Props) {
  const words = usePlanWords();
  const [isChoosing, setChoosing] = useState(false);
  const day = words.day(from);
  const most = plan.limits.activeTeams ?? 0;
  return (
    <section className={page.section} aria-labelledby="beyond">
      <h2 id="beyond" className={page.subtitle}>
        <Plural value={teams} one="One team too many" other="# teams too many" />
      </h2>
      <Banner
        tone="warn"
        action={
          plan.role === 'owner' && (
            <Button size="s" onClick={() => setChoosing(true)}>
              <Trans>Choose which teams stay open</Trans>
            </Button>
          )
        }
      >
        {isOver ? (
          <Plural value={teams} one="It can only be read now." other="They can only be read now." />
        ) : (
          <Plural
            value={teams}
            one={`From ${day} on it can only be read.`}
            other={`From ${day} on they can only be read.`}
          />
        )}{' '}
        <Trans>Unless an owner chooses, these are the ones that were active longest ago.</Trans>{' '}
        <Trans>
          All that was done there stays, can be read and exported, and meetings that run go on to
          their end. A larger plan or an archived team ends this at once.
        </Trans>
      </Banner>
      <ChooseOpen
        organization={plan.organization.id}
        most={most}
        open={isChoosing}
        onClose={() => setChoosing(false)}
      />
    </section>
  );
}
