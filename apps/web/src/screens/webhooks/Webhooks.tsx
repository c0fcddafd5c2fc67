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

/**
 * Chats and programs that are told what happens: of one team, or of all teams of an organization. For
 * whoever looks after them.
 */
export function Webhooks({ owner, canChange = true }: { owner: Owner; canChange?: boolean }) {
  const { t } = useLingui();
  const [isAdding, setIsAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
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
          Rondo can say in your chat, or tell another program, when a meeting begins, closes soon or
          has ended. Names and links are sent, and nothing that anybody wrote.
        </Trans>
      </p>
      {secret !== null && <Secret secret={secret} onClose={() => setSecret(null)} />}
      <Answer query={list} loading={t`Loading`}>
        {({ webhooks }) => (
          <>
            <ul className={rows.rows}>
              {webhooks.map((webhook) => (
                <WebhookRow
                  key={webhook.id}
                  webhook={webhook}
                  canChange={canChange}
                  onSecret={setSecret}
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
            setSecret(made);
          }}
        />
      )}
    </section>
  );
}
