import { find, speak } from '../shared/element';
import type { PaneTexts } from '../texts/pane';

/** The parts of pane.html that are there before any script runs. */
export interface Shell {
  readonly tabs: HTMLElement;
  readonly progress: HTMLElement;
  readonly problem: HTMLElement;
  readonly form: HTMLFormElement;
  readonly concept: HTMLSelectElement;
  readonly definition: HTMLSelectElement;
  readonly parameters: HTMLElement;
  readonly actions: HTMLElement;
  readonly preview: HTMLElement;
  readonly tables: HTMLElement;
}

/** Finds the shell and says its sentences in the language of the texts. */
export function findShell(texts: PaneTexts): Shell {
  speak(texts, {
    'heading': texts.heading,
    'tab-insert': texts.insert,
    'tab-tables': texts.documentTables,
    'insert-heading': texts.insertHeading,
    'concept-label': texts.concept,
    'definition-label': texts.definition,
  });

  const tabs = find('tabs', HTMLElement);
  tabs.setAttribute('aria-label', texts.views);
  return {
    tabs,
    progress: find('progress', HTMLElement),
    problem: find('problem', HTMLElement),
    form: find('choose', HTMLFormElement),
    concept: find('concept', HTMLSelectElement),
    definition: find('definition', HTMLSelectElement),
    parameters: find('parameters', HTMLElement),
    actions: find('actions', HTMLElement),
    preview: find('preview', HTMLElement),
    tables: find('panel-tables', HTMLElement),
  };
}

/** In a plain browser there is nothing to insert into: the same parts under other names. */
export function nameForViewer(texts: PaneTexts): void {
  find('tab-insert', HTMLElement).textContent = texts.choose;
  find('tab-tables', HTMLElement).textContent = texts.checkFile;
  find('insert-heading', HTMLElement).textContent = texts.chooseHeading;
}
