import { WordFake } from './fake';
import { fakeOffice, fakeWord, OfficeExtension, type OfficeOptions } from './office';

/**
 * Puts the fake where the add-in looks for Word: `Office`, `Word`, `OfficeExtension`; and `wordFake` for the test.
 * A page's init script may set `wordFakeOptions` before.
 */
export function install(target: object, options: OfficeOptions = {}) {
  const wordFake = new WordFake();
  const office = fakeOffice(options);
  Object.assign(target, { Office: office.Office, Word: fakeWord(wordFake), OfficeExtension, wordFake: Object.assign(wordFake, { office }) });
  return Object.assign(wordFake, { office });
}

if (typeof window !== 'undefined') {
  install(window, (window as { wordFakeOptions?: OfficeOptions }).wordFakeOptions);
}
