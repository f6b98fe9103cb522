/** Who the page speaks for: asked for a token before every call, so that an old one is never kept. */
export interface SignIn {
  /**
   * @param quiet Whether to ask nobody: what runs by itself opens no window.
   * @throws {SignInFailed} There is none.
   */
  token(quiet: boolean): Promise<string>;
}

/** Nobody is signed in; the code says why. `sign-in-needed` is answered to quiet calls only. */
export class SignInFailed extends Error {
  constructor(readonly code: 'sign-in-missing' | 'sign-in-unavailable' | 'sign-in-cancelled' | 'sign-in-failed' | 'sign-in-needed') {
    super(code);
  }
}

/** How people sign in, as the host says in config.json. */
export type SignInConfig =
  | { readonly kind: 'local' }
  | { readonly kind: 'entra'; readonly clientId: string; readonly authority: string; readonly scope: string }
  | { readonly kind: 'none' };

/** What an Office host knows of the person in front of it. */
export interface OfficeAccount {
  /** The account to sign in, such as name@town.example; null where the host does not say. */
  loginHint(): Promise<string | null>;
}

/**
 * The way in that the host has configured.
 * @param office Given inside an Office host: sign-in is then nested in Office's own.
 */
export function signInBy(config: SignInConfig, localToken: string | null, office: OfficeAccount | null = null): SignIn {
  switch (config.kind) {
    case 'local':
      return { token: () => (localToken ? Promise.resolve(localToken) : Promise.reject(new SignInFailed('sign-in-missing'))) };
    case 'entra':
      return office
        ? { token: async (quiet) => (await import('./nested')).token(config, office, quiet) }
        : { token: async (quiet) => (await import('./entra')).token(config, quiet) };
    case 'none':
      return { token: () => Promise.reject(new SignInFailed('sign-in-unavailable')) };
  }
}
