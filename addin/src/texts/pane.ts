import type { Problem } from '../api/problem';
import { paneDe } from './pane.de';
import { paneEn } from './pane.en';

export type PaneTexts = typeof paneDe;

/** The texts for the first language that somebody reads and we write; German where there is none. */
export function paneTextsFor(languages: readonly string[]): PaneTexts {
  const known = languages.map((language) => language.slice(0, 2).toLowerCase()).find((language) => language === 'de' || language === 'en');
  return known === 'en' ? paneEn : paneDe;
}

/** A refusal as a sentence. What we have no sentence for, the API's own stands in. */
export function paneSentenceOf(problem: Problem, texts: PaneTexts): string {
  return texts.problem[problem.code] ?? problem.detail ?? texts.problem['internal-error'] ?? problem.code;
}
