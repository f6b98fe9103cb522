import { BrowserAuthError } from '@azure/msal-browser';
import { SignInFailed } from './sign-in';

/** Why a window for signing in gave no token. */
export function failureOf(error: unknown): SignInFailed {
  return new SignInFailed(error instanceof BrowserAuthError && error.errorCode === 'user_cancelled' ? 'sign-in-cancelled' : 'sign-in-failed');
}
