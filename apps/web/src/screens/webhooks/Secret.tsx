import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button } from '@rondo/design';
import { CopyField } from '../../shell/CopyField.tsx';

/** The one time that a secret is shown. */
export function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
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
        label={t`Secret for checking signatures`}
        hint={t`It is shown this one time. Whoever has it can pretend to be this server.`}
        value={secret}
      />
    </Banner>
  );
}
