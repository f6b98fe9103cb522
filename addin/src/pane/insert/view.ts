import type { TableChoice, TablesClient } from '../../api/tables';
import type { TableDefinitionView } from '../../api/types';
import { element } from '../../shared/element';
import type { TableDocument } from '../../tables/current';
import type { PaneTexts } from '../../texts/pane';
import type { Shell } from '../shell';
import { LivePreview } from './live-preview';
import { fitting, missing, toTable, type Chosen } from './choice';
import { parameterFields } from './fields';
import type { Notices } from '../view/notices';

/** A table that is shown and can be used. */
export interface Ready {
  readonly choice: TableChoice;
  readonly table: TableDocument;
}

/** Concept, table and parameters, with a live preview; what is done with the table is given by others. */
export class InsertView {
  private readonly live: LivePreview;
  private definitions: readonly TableDefinitionView[] = [];
  private chosen: Chosen = { concept: '', definition: '', parameters: {} };

  /** @param changed Hears the table that is shown, or that there is none; and what is chosen, to remember it. */
  constructor(private readonly shell: Shell, private readonly notices: Notices, private readonly client: TablesClient, changed: (ready: Ready | null) => void) {
    this.live = new LivePreview(shell.preview, notices, client, changed);
    shell.form.addEventListener('submit', (event) => { event.preventDefault(); });
    shell.concept.addEventListener('change', () => { void this.chooseConcept(shell.concept.value); });
    shell.definition.addEventListener('change', () => { this.chooseDefinition(shell.definition.value); });
  }

  private get texts(): PaneTexts {
    return this.notices.texts;
  }

  /** Loads what there is to choose from, and chooses what was chosen last. */
  async start(last: Chosen | null): Promise<void> {
    const answer = await this.client.concepts();
    if (answer.problem) {
      this.notices.fail(answer.problem, () => { void this.start(last); });
      return;
    }

    const concepts = answer.value;
    const { concept } = this.shell;
    concept.replaceChildren(
      ...(concepts.length === 1 ? [] : [element('option', { value: '' }, concepts.length === 0 ? this.texts.noConcepts : this.texts.chooseOne)]),
      ...concepts.map(({ id, town, title }) => element('option', { value: id, lang: 'de' }, `${town}: ${title}`)));
    concept.disabled = concepts.length === 0;
    const wanted = concepts.find(({ id }) => id === last?.concept) ?? (concepts.length === 1 ? concepts[0] : undefined);
    if (wanted) {
      concept.value = wanted.id;
      this.chosen = { concept: wanted.id, definition: last?.definition ?? '', parameters: last?.parameters ?? {} };
      await this.chooseConcept(wanted.id);
    }
  }

  private async chooseConcept(id: string): Promise<void> {
    const { definition } = this.shell;
    this.chosen = { ...this.chosen, concept: id };
    this.definitions = [];
    this.offer([{ value: '', label: id ? this.texts.loadingDefinitions : this.texts.chooseConceptFirst }]);
    this.show();
    if (!id) {
      return;
    }

    const answer = await this.client.definitions(id);
    if (this.chosen.concept !== id) {
      return;
    }

    if (answer.problem) {
      this.notices.fail(answer.problem, () => { void this.chooseConcept(id); });
      return;
    }

    this.definitions = answer.value;
    this.offer([{ value: '', label: this.texts.chooseOne }, ...answer.value.map(({ id: value, title }) => ({ value, label: this.texts.definitionTitle[value] ?? title }))]);
    definition.disabled = false;
    definition.value = answer.value.some(({ id: known }) => known === this.chosen.definition) ? this.chosen.definition : '';
    this.chooseDefinition(definition.value);
  }

  private offer(options: readonly { readonly value: string; readonly label: string }[]): void {
    const { definition } = this.shell;
    definition.disabled = true;
    definition.replaceChildren(...options.map(({ value, label }) => element('option', { value }, label)));
  }

  private chooseDefinition(id: string): void {
    const definition = this.definitions.find((known) => known.id === id);
    this.chosen = { ...this.chosen, definition: id, parameters: definition ? { ...this.chosen.parameters, ...fitting(definition, this.chosen.parameters) } : this.chosen.parameters };
    this.show();
  }

  private show(): void {
    const definition = this.definitions.find(({ id }) => id === this.chosen.definition);
    this.shell.parameters.replaceChildren(...(definition ? parameterFields(definition, fitting(definition, this.chosen.parameters), this.texts, (name, value) => {
      this.chosen = { ...this.chosen, parameters: { ...this.chosen.parameters, [name]: value } };
      this.look(definition);
    }) : []));
    this.look(definition);
  }

  private look(definition: TableDefinitionView | undefined): void {
    const parameters = definition ? fitting(definition, this.chosen.parameters) : {};
    const lacks = definition ? missing(definition, parameters).map(({ name, title }) => this.texts.parameterTitle[name] ?? title) : [];
    this.live.show(toTable({ ...this.chosen, parameters }, definition), lacks.length > 0 ? this.texts.missing(lacks) : this.texts.previewNone);
  }
}
