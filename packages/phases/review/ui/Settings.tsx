import { useLingui } from '@lingui/react/macro';
import { Checkbox, RadioCards, TextField } from '@rondo/design';
import { useWords } from '../../parts/index.ts';
import type { ReviewSettings } from '../domain/index.ts';

interface Props {
  settings: ReviewSettings;
  change: (settings: ReviewSettings) => void;
}

/** How a look back at promises is set up by somebody who composes an activity. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  const words = useWords();
  return (
    <>
      <TextField
        label={t`What people are asked`}
        maxLength={160}
        required
        value={words(settings.question)}
        onChange={({ target }) => {
          if (target.value !== '') change({ ...settings, question: target.value });
        }}
      />
      <RadioCards<ReviewSettings['way']>
        label={t`How the tasks are looked at`}
        value={settings.way}
        columns={2}
        options={[
          { value: 'list', label: t`All in a list` },
          { value: 'one-by-one', label: t`One by one, together` },
        ]}
        onChange={(way) => change({ ...settings, way })}
      />
      <Checkbox
        label={t`Ask whether what is done has helped`}
        hint={t`A week after it was done. Answers have no names, and are counted from three on.`}
        checked={settings.askIfHelped}
        onChange={({ target }) => change({ ...settings, askIfHelped: target.checked })}
      />
    </>
  );
}
