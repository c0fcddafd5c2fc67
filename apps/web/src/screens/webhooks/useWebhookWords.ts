import { useLingui } from '@lingui/react/macro';
import type { WebhookEvent, WebhookForm } from '@rondo/contract';

interface Words {
  forms: Record<WebhookForm, string>;
  events: Record<WebhookEvent, string>;
}

/** What webhooks send, and of what. */
export function useWebhookWords(): Words {
  const { t } = useLingui();
  return {
    forms: {
      slack: 'Slack',
      mattermost: 'Mattermost',
      teams: 'Microsoft Teams',
      discord: 'Discord',
      standard: t`Another program (signed JSON)`,
    },
    events: {
      'meeting.started': t`A meeting begins`,
      'window.closing': t`A meeting over days closes soon`,
      'meeting.ended': t`A meeting ends`,
      'task.created': t`A task is made`,
      'task.changed': t`A task changes`,
      'report.published': t`A report is published`,
    },
  };
}

/** What a chat wants to hear of, unless somebody says otherwise. */
export const USUAL_EVENTS: readonly WebhookEvent[] = [
  'meeting.started',
  'window.closing',
  'meeting.ended',
];
