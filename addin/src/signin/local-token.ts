const key = 'insek-token';

/** What a token in the address needs of the browser; tests bring their own. */
export interface TokenPlace {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * Takes the token of local development out of the address, so that neither the address bar nor the history keeps it, and remembers it for this tab.
 * @returns The token, or null where there is none.
 */
export function takeLocalToken({ location, history, storage }: TokenPlace): string | null {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const given = parameters.get('token');
  if (given === null) {
    return storage.getItem(key);
  }

  history.replaceState(null, '', location.pathname + location.search);
  keepLocalToken(given, storage);
  return given;
}

/** Remembers a token of local development for this tab. */
export function keepLocalToken(token: string, storage: Pick<Storage, 'setItem'>): void {
  storage.setItem(key, token);
}
