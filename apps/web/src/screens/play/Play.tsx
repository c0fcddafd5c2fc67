import { Trans, useLingui } from '@lingui/react/macro';
import { anyBrought, teammatesFor, type PlaygroundPlan } from '@rondo/demo';
import { Button, EmptyState, linkClass, LinkButton } from '@rondo/design';
import { inLanguage, type LocalText } from '@rondo/meeting';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Outside } from '../../shell/Outside.tsx';
import { PlayMeeting } from './PlayMeeting.tsx';

/** What the screen of an activity hands over. */
interface Handed {
  activity: { id: string; name: LocalText; flow: PlaygroundPlan['flow'] };
}

/** An activity played alone, with simulated teammates, before a team gets to see it. */
export default function Play() {
  const { t, i18n } = useLingui();
  const [plan] = useState(() => {
    const handed = handedOver();
    if (!handed) return null;
    const language = i18n.locale.startsWith('de') ? 'de' : 'en';
    const name = inLanguage(handed.activity.name, i18n.locale);
    return {
      ...handed,
      name,
      flow: handed.activity.flow,
      me: t`You`,
      brought: anyBrought(language, Date.now()),
      teammates: teammatesFor(handed.activity.flow, language),
    };
  });
  const back = (
    <Button tone="primary" onClick={() => history.back()}>
      <Trans>Back</Trans>
    </Button>
  );
  if (plan) {
    const leave = (
      <LinkButton onClick={() => history.back()}>
        <Trans>Leave the preview</Trans>
      </LinkButton>
    );
    return <PlayMeeting plan={plan} leave={leave} onward={back} />;
  }
  return (
    <Outside title={t`Try it`}>
      <EmptyState isScreen title={t`Nothing to play here`} drawing="lines">
        <Trans>Open an activity and choose “Try it”.</Trans>{' '}
        <Link to="/demo" className={linkClass}>
          <Trans>Or play one of ours</Trans>
        </Link>
      </EmptyState>
    </Outside>
  );
}

/** What was put into this tab's storage by the screen that leads here; null: nothing that can be played. */
function handedOver(): Handed | null {
  try {
    const text = sessionStorage.getItem('rondo.play');
    // Written by our own screens; what does not fit a phase is refused when the meeting is made.
    return text === null ? null : (JSON.parse(text) as Handed);
  } catch {
    // No storage here, or something else is in it.
    return null;
  }
}
