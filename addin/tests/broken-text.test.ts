import { expect, it } from 'vitest';
import { brokenWord } from '../src/import/broken-text';

it.each([
  ['Nr.;MaÃŸnahme;PrioritÃ¤t', 'MaÃŸnahme'],
  ['Nr.;StraÃŸe', 'StraÃŸe'],
  ['Nr.;Maßnahme;São Paulo;NATÃO', null],
  ['', null],
])('The broken word of %j is %j', async (text, word) => {
  expect(await brokenWord(new Blob([text]))).toBe(word);
});
