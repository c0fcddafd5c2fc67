import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Card } from '@rondo/design';
import type { OutcomePart } from '@rondo/meeting';
import { ReactionSign } from '@rondo/phases/parts';
import { Users } from 'lucide-react';
import styles from './KudosPart.module.css';

type Kudos = Extract<OutcomePart, { as: 'kudos' }>['kudos'][number];

/** Thanks, by whom they are for. */
export function KudosPart({ kudos }: { kudos: readonly Kudos[] }) {
  const { t } = useLingui();
  const forTeam = kudos.filter(({ team }) => team);
  const names = [...new Set(kudos.flatMap(({ to }) => to))];
  return (
    <div className={styles.all}>
      {names.map((name) => (
        <Recipient key={name} name={name} kudos={kudos.filter(({ to }) => to.includes(name))} />
      ))}
      {forTeam.length > 0 && <Recipient name={t`The whole team`} isTeam kudos={forTeam} />}
    </div>
  );
}

interface RecipientProps {
  name: string;
  isTeam?: boolean;
  kudos: readonly Kudos[];
}

function Recipient({ name, isTeam = false, kudos }: RecipientProps) {
  return (
    <section className={styles.recipient}>
      <h3 className={styles.name}>
        {isTeam ? <Users size={28} aria-hidden /> : <Avatar name={name} size={32} silent />} {name}
      </h3>
      <ul className={styles.cards}>
        {kudos.map(({ text, by, reactions = [] }, index) => (
          <li key={index}>
            <Card
              size="s"
              hue="appreciate"
              footer={by ?? <Trans>without a name</Trans>}
              actions={
                reactions.length > 0 && (
                  <span className={styles.reactions}>
                    {reactions.map(({ sign, count }) => (
                      <ReactionSign key={sign} sign={sign} count={count} />
                    ))}
                  </span>
                )
              }
            >
              <p className={styles.text}>{text}</p>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
