/** What signing in and out can answer. */
export type AccountAnswer = 'ok' | 'wrong' | 'too-many' | 'expired' | 'offline' | 'defect';

async function post(path: string, body: object): Promise<AccountAnswer> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return 'ok';
    if (response.status === 429) return 'too-many';
    if (response.status === 401 || response.status === 403) return 'wrong';
    return response.status === 400 ? 'expired' : 'defect';
  } catch {
    // fetch rejects only when no answer came.
    return 'offline';
  }
}

/** E-mail and password. `wrong` says no more than that: not whether the address is known. */
export const signIn = (email: string, password: string): Promise<AccountAnswer> =>
  post('sign-in/email', { email, password });

/** Mails a link that signs in, if there is such an account; answers `ok` either way. */
export const mailSignInLink = (email: string, next: string): Promise<AccountAnswer> =>
  post('sign-in/magic-link', { email, callbackURL: next, errorCallbackURL: '/sign-in' });

/** Mails a link to set a new password; answers `ok` either way. */
export const mailResetLink = (email: string): Promise<AccountAnswer> =>
  post('request-password-reset', { email, redirectTo: '/new-password' });

/** Sets a new password with the token of the mailed link. */
export const setNewPassword = (token: string, newPassword: string): Promise<AccountAnswer> =>
  post('reset-password', { token, newPassword });

/** Signs out here. */
export const signOut = (): Promise<AccountAnswer> => post('sign-out', {});

/** Signs out on every device, this one included. */
export const signOutEverywhere = (): Promise<AccountAnswer> => post('revoke-sessions', {});

/** A new password for somebody who knows the old one; other devices are signed out. */
export const changePassword = (
  currentPassword: string,
  newPassword: string,
): Promise<AccountAnswer> =>
  post('change-password', { currentPassword, newPassword, revokeOtherSessions: true });
