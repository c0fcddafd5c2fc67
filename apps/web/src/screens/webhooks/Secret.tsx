import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button } from '@rondo/design';
import { CopyField } from '../../shell/CopyField.tsx';

interface Props {
  /** Whose it is. */
  name: string;
  secret: string;
  onClose: () => void;
}

/** The one time that a secret is shown. */
export function Secret({ name, secret, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Banner
      tone="info"
      action={
        <Button size="s" onClick={onClose}>
          <Trans>I have copied it</Trans>
        </Button>
      }
    >
      <CopyField
        label={t`Secret of ${name}, for checking signatures`}
        hint={t`It is shown this one time. Whoever has it can pretend to be this server.`}
        value={secret}
      />
    </Banner>
  );
}
