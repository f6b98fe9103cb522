import type { SignInConfig } from '../signin/sign-in';

/** What the host says about itself; holds no secret. */
export interface Config {
  /** The root of the API, without "api". */
  readonly api: string;
  readonly signIn: SignInConfig;
}

/** @throws {TypeError} The host does not answer. */
export async function loadConfig(): Promise<Config> {
  const answer = await fetch('config.json', { cache: 'no-store' });
  if (!answer.ok) {
    throw new TypeError(`config.json: ${answer.status}`);
  }

  return (await answer.json()) as Config;
}
