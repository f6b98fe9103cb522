import { ApiClient } from '../api/client';
import { loadConfig } from '../shared/config';
import { useFluent } from '../shared/fluent';
import { takeLocalToken } from '../signin/local-token';
import { signInBy } from '../signin/sign-in';
import { textsFor } from '../texts';
import { ImportPage } from './page';

// Before anything else: nobody may read a token over somebody's shoulder, or in a bookmark.
const localToken = takeLocalToken({ location, history, storage: sessionStorage });
const texts = textsFor([new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages]);

useFluent();
const page = new ImportPage(texts, async () => {
  const config = await loadConfig();
  return new ApiClient(config.api, texts.language, signInBy(config.signIn, localToken));
});
await page.start();
