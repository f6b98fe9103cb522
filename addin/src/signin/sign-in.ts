/** Who the page speaks for: asked for a token before every call, so that an old one is never kept. */
export interface SignIn {
  /** @throws {SignInFailed} There is none. */
  token(): Promise<string>;
}

/** Nobody is signed in; the code says why. */
export class SignInFailed extends Error {
  constructor(readonly code: 'sign-in-missing' | 'sign-in-unavailable' | 'sign-in-cancelled' | 'sign-in-failed') {
    super(code);
  }
}

/** How people sign in, as the host says in config.json. */
export type SignInConfig =
  | { readonly kind: 'local' }
  | { readonly kind: 'entra'; readonly clientId: string; readonly authority: string; readonly scope: string }
  | { readonly kind: 'none' };

/** The way in that the host has configured. */
export function signInBy(config: SignInConfig, localToken: string | null): SignIn {
  switch (config.kind) {
    case 'local':
      return { token: () => (localToken ? Promise.resolve(localToken) : Promise.reject(new SignInFailed('sign-in-missing'))) };
    case 'entra':
      return { token: async () => (await import('./entra')).token(config) };
    case 'none':
      return { token: () => Promise.reject(new SignInFailed('sign-in-unavailable')) };
  }
}
