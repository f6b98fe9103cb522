import { Connection } from '../api/connection';
import { TablesClient } from '../api/tables';
import { loadConfig } from '../shared/config';
import { useFluent } from '../shared/fluent';
import { keepLocalToken, takeLocalToken } from '../signin/local-token';
import { signInBy } from '../signin/sign-in';
import { paneTextsFor } from '../texts/pane';
import { accountOf, browserPlace, findWord, type OfficeGlobal } from './office';
import { findShell } from './shell';
import { Notices } from './view/notices';

/** How long Office.js is waited for before the page helps without Word, in milliseconds; longer where it came late before. */
const patience = { first: 4000, again: 30_000 };
const late = 'insek-word-late';

// Before anything else: nobody may read a token over somebody's shoulder, or in a bookmark; and Office.js takes the history away.
let localToken = takeLocalToken({ location, history, storage: sessionStorage });
const texts = await paneTextsFor([new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages]);

useFluent();
const shell = findShell(texts);
const notices = new Notices(shell.progress, shell.problem, texts);
await start();

async function start(): Promise<void> {
  notices.busy(texts.lookingForWord);
  const cameLate = sessionStorage.getItem(late) !== null;
  const word = await findWord(browserPlace(), cameLate ? patience.again : patience.first);
  if (word.now) {
    await open(word.now);
    return;
  }

  // Word may come after all, on a slow line: then the page begins anew, once, and waits longer.
  void word.late.then((came) => {
    if (came && !cameLate) {
      sessionStorage.setItem(late, 'yes');
      location.reload();
    }
  });
  await open(null);
}

async function open(office: OfficeGlobal | null): Promise<void> {
  try {
    const config = await loadConfig();
    if (config.signIn.kind === 'local' && localToken === null) {
      await askToken();
    }

    const client = new TablesClient(new Connection(config.api, texts.language, signInBy(config.signIn, localToken, office && accountOf(office))));
    notices.say('');
    if (office) {
      const [{ startInWord }, { openDocument }] = await Promise.all([import('./word-pane'), import('./word-host')]);
      await startInWord(shell, notices, client, office, openDocument());
    } else {
      const { startViewer } = await import('./viewer');
      await startViewer(shell, notices, client);
    }
  } catch {
    notices.fail({ code: 'api-away', status: 0 }, () => { void open(office); });
  }
}

async function askToken(): Promise<void> {
  const { tokenForm } = await import('./view/token-form');
  notices.say('');
  await new Promise<void>((resolve) => {
    shell.problem.replaceChildren(tokenForm(texts, (token) => {
      localToken = token;
      keepLocalToken(token, sessionStorage);
      notices.clear();
      resolve();
    }));
  });
}
