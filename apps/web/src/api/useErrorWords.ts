import { useLingui } from '@lingui/react/macro';
import { errorCode } from './call.ts';

/** What happened and what to do, for every error of the API. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useLingui();
  return (error) => {
    switch (errorCode(error)) {
      case 'signed-out':
        return t`You are signed out. Sign in again; what you typed stays.`;
      case 'not-found':
        return t`There is nothing here, or it is not shared with you.`;
      case 'not-allowed':
        return t`You may not do this. A team lead may.`;
      case 'bad-input':
        return t`Something is missing or not as it has to be. Check what you typed.`;
      case 'conflict':
        return t`Somebody else was quicker. Load the page again and look.`;
      case 'ended':
        return t`This meeting has ended.`;
      case 'locked':
        return t`This meeting is locked for newcomers.`;
      case 'expired':
        return t`This link has expired, was used or withdrawn. Ask for a new one.`;
      case 'wrong-code':
        return t`This is not the code that the server printed when it started.`;
      case 'not-you':
        return t`That is not right. Look again, or have a new code mailed.`;
      case 'not-claimed':
        return t`This server has no owner yet. Make its first account with the code that it printed.`;
      case 'last-lead':
        return t`A team needs a lead. Make somebody else lead first.`;
      case 'last-owner':
        return t`An organization needs an owner. Make somebody else owner first.`;
      case 'archived':
        return t`This team is archived. Restore it first.`;
      case 'read-only':
        return t`This team can only be read: there are more teams than the plan allows.`;
      case 'plan-limit':
        return t`The plan does not allow more. Archive a team, or change the plan.`;
      case 'too-many':
        return t`That was a bit much at once. Wait a minute and try again.`;
      case 'too-large':
        return t`That is more than fits. Make it shorter.`;
      case 'wrong-origin':
        return t`You opened Rondo under another address than the one it answers to. Ask its owner.`;
      case 'busy':
        return t`The server is very busy. Try again in a moment.`;
      case 'offline':
        return t`The server can’t be reached. Check your network and try again.`;
      case 'defect':
        return t`That did not work. Try again in a moment.`;
    }
  };
}
