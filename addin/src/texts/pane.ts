import type { Problem } from '../api/problem';
import type { paneDe } from './pane.de';

export type PaneTexts = typeof paneDe;

/** The texts for the first language that somebody reads and we write; German where there is none. Nobody loads the other ones. */
export async function paneTextsFor(languages: readonly string[]): Promise<PaneTexts> {
  const known = languages.map((language) => language.slice(0, 2).toLowerCase()).find((language) => language === 'de' || language === 'en');
  return known === 'en' ? (await import('./pane.en')).paneEn : (await import('./pane.de')).paneDe;
}

/** A refusal as a sentence. What we have no sentence for, the API's own stands in. */
export function paneSentenceOf(problem: Problem, texts: PaneTexts): string {
  return texts.problem[problem.code] ?? problem.detail ?? texts.problem['internal-error'] ?? problem.code;
}
