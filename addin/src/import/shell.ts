import type { ConceptSummary } from '../api/types';
import { element, find, speak } from '../shared/element';
import type { Texts } from '../texts';

/** The parts of import.html that are there before any script runs. */
export interface Shell {
  readonly form: HTMLFormElement;
  readonly concept: HTMLSelectElement;
  readonly drop: HTMLElement;
  readonly file: HTMLInputElement;
  readonly mapping: HTMLInputElement;
  readonly mappingState: HTMLElement;
  readonly start: HTMLElement;
  readonly progress: HTMLElement;
  readonly problem: HTMLElement;
  readonly result: HTMLElement;
  readonly bar: HTMLElement;
}

/** Finds the shell and says its sentences in the language of the texts. */
export function findShell(texts: Texts): Shell {
  speak(texts, {
    'heading': texts.heading,
    'intro': texts.intro,
    'choose-heading': texts.stepFile,
    'concept-label': texts.concept,
    'file-label': texts.file,
    'drop-hint': texts.dropHere,
    'formats': texts.formats,
    'mapping-label': texts.mappingFile,
    'mapping-help': texts.mappingHelp,
  });

  return {
    form: find('choose', HTMLFormElement),
    concept: find('concept', HTMLSelectElement),
    drop: find('drop', HTMLElement),
    file: find('file', HTMLInputElement),
    mapping: find('mapping', HTMLInputElement),
    mappingState: find('mapping-state', HTMLElement),
    start: find('start', HTMLElement),
    progress: find('progress', HTMLElement),
    problem: find('problem', HTMLElement),
    result: find('result', HTMLElement),
    bar: find('bar', HTMLElement),
  };
}

/** Offers the concepts; what was chosen stays, and the only one is chosen. */
export function showConcepts(select: HTMLSelectElement, concepts: readonly ConceptSummary[], texts: Texts): void {
  const chosen = select.value;
  select.replaceChildren(
    ...(concepts.length === 1 ? [] : [element('option', { value: '' }, concepts.length === 0 ? texts.noConcepts : texts.chooseConcept)]),
    ...concepts.map((concept) => element('option', { value: concept.id }, nameOf(concept))));
  select.disabled = concepts.length === 0;
  select.value = concepts.some(({ id }) => id === chosen) ? chosen : (select.options[0]?.value ?? '');
}

/** A concept as people tell it from others. */
export function nameOf({ town, title }: ConceptSummary): string {
  return `${town}: ${title}`;
}
