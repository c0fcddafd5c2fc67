import { Trans } from '@lingui/react/macro';
import type { WebhookEvent } from '@rondo/contract';
import { Checkbox } from '@rondo/design';
import { useWebhookWords } from './useWebhookWords.ts';
import styles from './Webhooks.module.css';

interface Props {
  value: readonly WebhookEvent[];
  onChange: (events: WebhookEvent[]) => void;
}

/** Of what somebody wants to be told. */
export function EventChoice({ value, onChange }: Props) {
  const { events } = useWebhookWords();
  // The words name every event there is.
  const all = Object.keys(events) as WebhookEvent[];
  return (
    <fieldset className={styles.events}>
      <legend className={styles.legend}>
        <Trans>Say when</Trans>
      </legend>
      {all.map((event) => (
        <Checkbox
          key={event}
          label={events[event]}
          checked={value.includes(event)}
          onChange={({ target }) =>
            onChange(all.filter((each) => (each === event ? target.checked : value.includes(each))))
          }
        />
      ))}
    </fieldset>
  );
}
