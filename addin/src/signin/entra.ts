import { InteractionRequiredAuthError, PublicClientApplication, type AuthenticationResult } from '@azure/msal-browser';
import { failureOf } from './failure';
import { SignInFailed, type SignInConfig } from './sign-in';

type Entra = Extract<SignInConfig, { kind: 'entra' }>;

let starting: Promise<PublicClientApplication> | undefined;

/** A token for the API: silently where somebody is signed in, else by a popup. */
export async function token(config: Entra, quiet: boolean): Promise<string> {
  starting ??= start(config);
  const client = await starting;
  const request = { scopes: [config.scope] };
  const account = client.getActiveAccount() ?? client.getAllAccounts()[0];
  if (account) {
    try {
      return (await client.acquireTokenSilent({ ...request, account })).accessToken;
    } catch (error) {
      if (!(error instanceof InteractionRequiredAuthError)) {
        throw new SignInFailed('sign-in-failed');
      }
    }
  }

  if (quiet) {
    throw new SignInFailed('sign-in-needed');
  }

  let result: AuthenticationResult;
  try {
    result = await client.acquireTokenPopup(request);
  } catch (error) {
    throw failureOf(error);
  }

  client.setActiveAccount(result.account);
  return result.accessToken;
}

async function start(config: Entra): Promise<PublicClientApplication> {
  const client = new PublicClientApplication({
    auth: { clientId: config.clientId, authority: config.authority, redirectUri: new URL('signed-in.html', location.href).href },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await client.initialize();
  return client;
}
