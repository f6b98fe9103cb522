import type { Problem } from '../api/problem';
import { de } from './de';
import { en } from './en';

export type Texts = typeof de;

/** The texts for the first language that somebody reads and we write; German where there is none. */
export function textsFor(languages: readonly string[]): Texts {
  const known = languages.map((language) => language.slice(0, 2).toLowerCase()).find((language) => language === 'de' || language === 'en');
  return known === 'en' ? en : de;
}

/** A refusal as a sentence. What we have no sentence for, the API's own stands in. */
export function sentenceOf(problem: Problem, texts: Texts): string {
  const known = texts.problem[problem.code];
  const why = problem.reason === undefined ? undefined : texts.notAList[problem.reason];
  return [known ?? problem.detail ?? texts.problem['internal-error'], why].filter(Boolean).join(' ');
}
