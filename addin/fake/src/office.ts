import { FakeError } from './queue';
import type { WordFake } from './fake';

export interface OfficeOptions {
  /** How Office calls the platform: PC, Mac, OfficeOnline. */
  readonly platform?: string;
  readonly url?: string;
  readonly language?: string;
  readonly readOnly?: boolean;
  /** Requirement sets that are missing, for example "SharedRuntime". */
  readonly without?: readonly string[];
}

/** What the add-in asks of `Office`, and what a test can look at. */
export function fakeOffice(options: OfficeOptions = {}) {
  const settings = new Map<string, unknown>();
  const actions = new Map<string, (event?: unknown) => unknown>();
  const state = { startup: 'None', pane: 'visible', saved: 0 };
  const succeeded = { status: 'succeeded', value: undefined, error: undefined };
  const info = { host: 'Word', platform: options.platform ?? 'PC' };
  const Office = {
    HostType: { Word: 'Word' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac', iOS: 'iOS' },
    StartupBehavior: { none: 'None', load: 'Load' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    DocumentMode: { ReadOnly: 'readOnly', ReadWrite: 'readWrite' },
    onReady: (callback?: (ready: typeof info) => unknown) => Promise.resolve(info).then((ready) => { void callback?.(ready); return ready; }),
    context: {
      displayLanguage: options.language ?? 'de-DE',
      contentLanguage: 'de-DE',
      host: info.host,
      platform: info.platform,
      document: {
        url: options.url ?? 'https://contoso.sharepoint.com/sites/insek/Freigegebene%20Dokumente/Entwurf.docx',
        mode: options.readOnly === true ? 'readOnly' : 'readWrite',
        settings: {
          get: (name: string): unknown => settings.get(name) ?? null,
          set: (name: string, value: unknown) => { settings.set(name, value); },
          saveAsync: (callback?: (result: typeof succeeded) => void) => { state.saved++; callback?.(succeeded); },
        },
      },
      requirements: { isSetSupported: (name: string) => options.without?.includes(name) !== true },
    },
    addin: {
      setStartupBehavior: (behavior: string) => { state.startup = behavior; return Promise.resolve(); },
      getStartupBehavior: () => Promise.resolve(state.startup),
      showAsTaskpane: () => { state.pane = 'visible'; return Promise.resolve(); },
      hide: () => { state.pane = 'hidden'; return Promise.resolve(); },
    },
    actions: { associate: (name: string, action: (event?: unknown) => unknown) => { actions.set(name, action); } },
  };
  return { Office, settings, actions, state };
}

/** `Word`, as far as it is faked. */
export const fakeWord = (fake: WordFake) => ({ run: fake.run.bind(fake) });

/** `OfficeExtension`: errors are told apart by it. */
export const OfficeExtension = { Error: FakeError };
