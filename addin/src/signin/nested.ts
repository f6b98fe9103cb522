import { createNestablePublicClientApplication, type AuthenticationResult, type IPublicClientApplication } from '@azure/msal-browser';
import { failureOf } from './failure';
import { SignInFailed, type OfficeAccount, type SignInConfig } from './sign-in';

type Entra = Extract<SignInConfig, { kind: 'entra' }>;

let starting: Promise<IPublicClientApplication> | undefined;

/**
 * A token for the API inside Office (nested app authentication): Office vouches for the account it has open, else a popup asks.
 * Where a host cannot nest, the library itself does what it does in a browser.
 */
export async function token(config: Entra, office: OfficeAccount, quiet: boolean): Promise<string> {
  starting ??= createNestablePublicClientApplication({
    auth: { clientId: config.clientId, authority: config.authority, redirectUri: new URL('signed-in.html', location.href).href },
    cache: { cacheLocation: 'sessionStorage' },
  });
  const client = await starting;
  const request = { scopes: [config.scope] };
  const account = client.getActiveAccount();
  const silent = await (account ? client.acquireTokenSilent({ ...request, account }) : byHint(client, request, office)).catch(() => null);
  return silent ? take(client, silent) : ask(client, request, quiet);
}

// Word wants to be told whom to sign in; without a hint ssoSilent takes whoever is signed in, if that is one person.
async function byHint(client: IPublicClientApplication, request: { scopes: string[] }, office: OfficeAccount): Promise<AuthenticationResult> {
  const loginHint = await office.loginHint();
  return client.ssoSilent({ ...request, ...(loginHint ? { loginHint } : {}) });
}

async function ask(client: IPublicClientApplication, request: { scopes: string[] }, quiet: boolean): Promise<string> {
  if (quiet) {
    throw new SignInFailed('sign-in-needed');
  }

  try {
    return take(client, await client.acquireTokenPopup(request));
  } catch (error) {
    throw failureOf(error);
  }
}

function take(client: IPublicClientApplication, result: AuthenticationResult): string {
  client.setActiveAccount(result.account);
  return result.accessToken;
}
