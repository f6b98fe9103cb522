import type { OfficeAccount } from '../signin/sign-in';

/** Office.js itself: only Microsoft's own network serves it. */
const source = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** What a ribbon button hands to its function and wants to be told; shortcuts hand nothing. */
export interface CommandEvent {
  completed(): void;
}

/** As much of Office.js as the pane itself uses; documents are the business of `src/word`. */
export interface OfficeGlobal {
  onReady(): Promise<{ host: string | null; platform: string | null }>;
  readonly actions?: { associate(id: string, run: (event?: CommandEvent) => void): void };
  readonly addin?: { showAsTaskpane(): Promise<void> };
  readonly auth?: { getAuthContext?(): Promise<{ userPrincipalName?: string }> };
  readonly context?: { readonly displayLanguage?: string };
}

/** What needs to be there for Office.js to be waited for; tests bring their own. */
export interface OfficePlace {
  /** Office.js where it is loaded already. */
  readonly loaded: () => OfficeGlobal | undefined;
  /** Loads Office.js; rejects where it does not come. */
  readonly load: (source: string) => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Whether there is an Office host around the page.
 * @param patience How long to wait for one, in milliseconds: Microsoft's network may be out of reach, and from some addresses `onReady` never answers.
 * @returns Word's Office.js, or null where the page stands alone; and the same once more, whenever it is known for certain.
 */
export async function findWord(place: OfficePlace, patience: number): Promise<{ readonly now: OfficeGlobal | null; readonly late: Promise<OfficeGlobal | null> }> {
  const certain = ask(place).catch(() => null);
  const now = await Promise.race([certain, place.wait(patience).then(() => null)]);
  return { now, late: certain };
}

async function ask(place: OfficePlace): Promise<OfficeGlobal | null> {
  if (!place.loaded()) {
    await place.load(source);
  }

  const office = place.loaded();
  const answer = await office?.onReady();
  return office && answer?.host === 'Word' ? office : null;
}

/** The browser as a place for Office.js. */
export function browserPlace(): OfficePlace {
  return {
    loaded: () => (globalThis as unknown as { Office?: OfficeGlobal }).Office,

    // Added here and not in the page: the token in the address is gone by now, and Office.js takes `history.replaceState` away.
    load: (address) => new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.async = true;
      script.addEventListener('load', () => { resolve(); });
      script.addEventListener('error', () => { reject(new Error('Office.js did not come.')); });
      document.head.append(script);
    }),
    wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }),
  };
}

/** Whom Office has open; hosts before nested app authentication do not say. */
export function accountOf(office: OfficeGlobal): OfficeAccount {
  return {
    loginHint: async () => {
      try {
        return (await office.auth?.getAuthContext?.())?.userPrincipalName ?? null;
      } catch {
        return null;
      }
    },
  };
}
