import { Trans, useLingui } from '@lingui/react/macro';
import { isStory, stories, type StoryName } from '@rondo/demo';
import { buttonClass, linkClass } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { useMemo, type ReactElement } from 'react';
import { playStoryRoute } from '../../routes/open.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { PlayMeeting } from './PlayMeeting.tsx';
import { useSignedIn } from './useSignedIn.ts';

/** One of the meetings that anybody may play. */
export default function PlayStory(): ReactElement {
  const { story } = playStoryRoute.useParams();
  return isStory(story) ? <Story key={story} story={story} /> : <NotFound />;
}

function Story({ story }: { story: StoryName }) {
  const { t, i18n } = useLingui();
  const language = i18n.locale.startsWith('de') ? 'de' : 'en';
  const me = t`You`;
  const isSignedIn = useSignedIn();
  // Changing the language later changes the screens, not what teammates have said already.
  const plan = useMemo(
    () => ({ ...stories[story](language), me }),
    // oxlint-disable-next-line react/exhaustive-deps
    [story],
  );
  return (
    <PlayMeeting
      plan={plan}
      leave={
        <Link to="/demo" className={linkClass}>
          <Trans>Leave the demo</Trans>
        </Link>
      }
      onward={
        <>
          {isSignedIn ? (
            <Link to="/" className={buttonClass({ tone: 'primary' })}>
              <Trans>To your team</Trans>
            </Link>
          ) : (
            <Link to="/sign-up" className={buttonClass({ tone: 'primary' })}>
              <Trans>Make an account</Trans>
            </Link>
          )}
          <Link to="/demo" className={buttonClass({ tone: 'quiet' })}>
            <Trans>Try another one</Trans>
          </Link>
        </>
      }
    />
  );
}
