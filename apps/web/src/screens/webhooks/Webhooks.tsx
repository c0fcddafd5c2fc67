import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { AddWebhook } from './AddWebhook.tsx';
import { Secret } from './Secret.tsx';
import { WebhookRow } from './WebhookRow.tsx';
import page from '../Page.module.css';
import rows from '../team-settings/Rows.module.css';
import styles from './Webhooks.module.css';

export type Owner = { team: string } | { organization: string };

export interface NewSecret {
  /** Of its webhook, as is the name. */
  id: string;
  name: string;
  secret: string;
}

/**
 * Chats and programs that are told what happens: of one team, or of all teams of an organization. For
 * whoever looks after them.
 */
export function Webhooks({ owner, canChange = true }: { owner: Owner; canChange?: boolean }) {
  const { t } = useLingui();
  const [isAdding, setIsAdding] = useState(false);
  /** Those that nobody has said to have copied yet. */
  const [secrets, setSecrets] = useState<NewSecret[]>([]);
  const forget = (id: string) => setSecrets((all) => all.filter((each) => each.id !== id));
  // A newer one of the same webhook is the one that counts.
  const show = (made: NewSecret) =>
    setSecrets((all) => [...all.filter((each) => each.id !== made.id), made]);
  const list = useQuery(
    'team' in owner
      ? api.webhooks.ofTeam.queryOptions({ input: owner })
      : api.webhooks.ofOrganization.queryOptions({ input: owner }),
  );
  return (
    <section className={page.section} aria-labelledby="webhooks">
      <h2 id="webhooks" className={page.subtitle}>
        <Trans>Chat and webhooks</Trans>
      </h2>
      <p className={styles.lead}>
        <Trans>
          Rondo can say in your chat, or tell another program, what happens with meetings, tasks and
          reports. Names and links are sent, and nothing that anybody wrote.
        </Trans>
      </p>
      {secrets.map(({ id, name, secret }) => (
        <Secret key={id} name={name} secret={secret} onClose={() => forget(id)} />
      ))}
      <Answer query={list} loading={t`Loading`}>
        {({ webhooks }) => (
          <>
            <ul className={rows.rows}>
              {webhooks.map((webhook) => (
                <WebhookRow
                  key={webhook.id}
                  webhook={webhook}
                  canChange={canChange}
                  onSecret={show}
                />
              ))}
            </ul>
            {canChange && (
              <Button icon={<Plus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
                <Trans>Add a chat or webhook</Trans>
              </Button>
            )}
          </>
        )}
      </Answer>
      {isAdding && (
        <AddWebhook
          owner={owner}
          onClose={() => setIsAdding(false)}
          onMade={(made) => {
            setIsAdding(false);
            if (made) show(made);
          }}
        />
      )}
    </section>
  );
}
