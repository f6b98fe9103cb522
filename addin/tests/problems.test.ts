import { describe, expect, it } from 'vitest';
import { readProblem } from '../src/api/problem';
import { de } from '../src/texts/de';
import { en } from '../src/texts/en';
import { sentenceOf, textsFor } from '../src/texts';

describe('A refusal', () => {
  it('is said by its code in the language of the page', () => {
    const problem = readProblem(409, { code: 'import-running', detail: 'An import is running.' });

    expect(sentenceOf(problem, de)).toContain('gerade etwas anderes eingelesen');
    expect(sentenceOf(problem, en)).toContain('Something else is being imported');
  });

  it('says why a file is no list', () => {
    expect(sentenceOf(readProblem(400, { code: 'not-a-list', reason: 'header-only' }), de)).toMatch(/keine Maßnahmenliste.*Unter den Überschriften steht nichts/);
  });

  it('falls back on what the API says, and on a sentence of its own', () => {
    expect(sentenceOf(readProblem(400, { code: 'brand-new', detail: 'Something new.' }), de)).toBe('Something new.');
    expect(sentenceOf(readProblem(500, '<html>'), de)).toBe(de.problem['internal-error']);
  });

  it.each([[401, 'unauthenticated'], [403, 'forbidden'], [413, 'upload-too-large'], [503, 'api-away'], [418, 'internal-error']])('without a document is known by its status %i', (status, code) => {
    expect(readProblem(status, null).code).toBe(code);
  });
});

describe('Texts', () => {
  it('have a sentence for the same problems in both languages', () => {
    expect(Object.keys(en.problem)).toEqual(Object.keys(de.problem));
    expect(Object.keys(en.notAList)).toEqual(Object.keys(de.notAList));
  });

  it.each([[['de-AT'], 'de'], [['en-GB', 'de'], 'en'], [['fr', 'en'], 'en'], [['fr'], 'de'], [[], 'de'], [['', 'en-US'], 'en']])('for %j are %s', (languages, language) => {
    expect(textsFor(languages).language).toBe(language);
  });
});
