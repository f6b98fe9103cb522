import type { ApiClient } from '../api/client';
import type { Answer, Problem } from '../api/problem';
import type { ConceptSummary, ImportReport } from '../api/types';
import { button, element, focusOn } from '../shared/element';
import { sentenceOf, type Texts } from '../texts';
import { ActionBar } from './bar';
import { confirmImport } from './confirm';
import { Decisions, readMapping } from './decisions';
import { saveMapping } from './download';
import { showImported, showReading } from './result';
import { findShell, type Shell } from './shell';

/** The page on which an administrator looks at a list, decides and imports. Whatever fails, file and decisions stay. */
export class ImportPage {
  private readonly shell: Shell;
  private readonly read: HTMLElement;
  private readonly bar: ActionBar;
  private api: ApiClient | undefined;
  private concepts: readonly ConceptSummary[] = [];
  private file: File | null = null;
  private decisions = new Decisions();
  private report: ImportReport | null = null;
  private running: AbortController | undefined;

  /** @param connect Finds the API; asked again where it failed. */
  constructor(private readonly texts: Texts, private readonly connect: () => Promise<ApiClient>) {
    this.shell = findShell(texts);
    this.read = button(texts.read, () => { void this.look(); }, { appearance: 'primary' });
    this.shell.start.append(this.read);
    this.bar = new ActionBar(this.shell.bar, texts, {
      readAgain: () => { void this.look(); },
      download: () => { this.download(); },
      load: () => { this.shell.mapping.click(); },
      import: () => { void this.import(); },
    });
    this.listen();
  }

  async start(): Promise<void> {
    const listed = await this.listConcepts();
    if (listed.problem) {
      this.fail(listed.problem, () => { void this.start(); });
      return;
    }

    this.shell.problem.replaceChildren();
    this.concepts = listed.value;
    const { concept } = this.shell;
    const chosen = concept.value;
    concept.replaceChildren(
      ...(listed.value.length === 1 ? [] : [element('option', { value: '' }, listed.value.length === 0 ? this.texts.noConcepts : this.texts.chooseConcept)]),
      ...listed.value.map(({ id, town, title }) => element('option', { value: id }, `${town}: ${title}`)));
    concept.disabled = listed.value.length === 0;
    concept.value = listed.value.some(({ id }) => id === chosen) ? chosen : (concept.options[0]?.value ?? '');

    // A file may have been chosen before the script ran.
    this.take(this.shell.file.files?.[0]);
  }

  private async listConcepts(): Promise<Answer<ConceptSummary[]>> {
    try {
      this.api ??= await this.connect();
    } catch {
      return { problem: { code: 'api-away', status: 0 } };
    }

    return this.api.concepts();
  }

  private listen(): void {
    const { form, concept, drop, file, mapping } = this.shell;
    form.addEventListener('submit', (event) => { event.preventDefault(); });
    concept.addEventListener('change', () => { this.lookIfReady(); });
    file.addEventListener('change', () => { this.take(file.files?.[0]); });
    mapping.addEventListener('change', () => { void this.load(mapping.files?.[0]); });
    for (const type of ['dragenter', 'dragover'] as const) {
      document.addEventListener(type, (event) => {
        event.preventDefault();
        drop.classList.add('over');
      });
    }

    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) {
        drop.classList.remove('over');
      }
    });
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.classList.remove('over');
      const dropped = [...(event.dataTransfer?.files ?? [])];
      const kept = dropped.find(({ name }) => name.toLowerCase().endsWith('.json'));
      if (kept) {
        void this.load(kept);
      }

      this.take(dropped.find((other) => other !== kept));
    });
  }

  /** Takes a list. Another one begins anew; a mapping that was loaded stays. */
  private take(file: File | undefined): void {
    if (!file) {
      return;
    }

    this.file = file;
    this.decisions = new Decisions(this.decisions.loaded);
    this.say(this.texts.fileChosen(file.name));
    if (!this.lookIfReady()) {
      this.say(`${this.texts.fileChosen(file.name)}. ${this.texts.chooseConceptFirst}`);
    }
  }

  private async load(file: File | undefined): Promise<void> {
    if (!file) {
      return;
    }

    const mapping = readMapping(await file.text().catch(() => ''));
    this.shell.mapping.value = '';
    if (!mapping) {
      this.fail({ code: 'invalid-mapping', status: 0, detail: this.texts.notAMapping(file.name) });
      return;
    }

    this.decisions = new Decisions(mapping);
    const { mappingState } = this.shell;
    mappingState.hidden = false;
    mappingState.replaceChildren(this.texts.mappingLoaded(file.name), ' ', button(this.texts.mappingRemove, () => {
      this.decisions = new Decisions();
      mappingState.hidden = true;
      this.lookIfReady();
    }, { size: 'small' }));
    this.say(this.texts.mappingLoaded(file.name));
    this.lookIfReady();
  }

  private lookIfReady(): boolean {
    const ready = this.file !== null && this.shell.concept.value !== '' && this.api !== undefined;
    if (ready) {
      void this.look();
    }

    return ready;
  }

  /** Has the list read; nothing is written. */
  private async look(): Promise<void> {
    if (this.shell.concept.value === '') {
      this.say(this.texts.chooseConceptFirst);
      this.shell.concept.focus();
      return;
    }

    if (!this.file) {
      this.say(this.texts.dropHere);
      this.shell.file.focus();
      return;
    }

    const answer = await this.send('look', this.texts.reading);
    if (!answer) {
      return;
    }

    if (answer.problem) {
      this.fail(answer.problem, () => { void this.look(); });
      return;
    }

    this.report = answer.value;
    this.decisions.markRead();
    const heading = showReading(this.shell.result, { report: answer.value, file: this.file.name, decisions: this.decisions, texts: this.texts, changed: () => { this.refreshBar(); } });
    this.refreshBar();
    const { list } = answer.value;
    this.say(list ? this.texts.done(list.kinds.find(({ kind }) => kind === 'measure')?.count ?? 0, list.questions.length + (list.furtherQuestions ?? 0)) : this.texts.ownFormat);
    focusOn(heading);
  }

  private async import(): Promise<void> {
    const { report, file } = this;
    if (!report || !file) {
      return;
    }

    const concept = this.concepts.find(({ id }) => id === this.shell.concept.value);
    const mode = await confirmImport({
      file: file.name,
      concept: concept ? `${concept.town}: ${concept.title}` : this.shell.concept.value,
      created: report.created.measures ?? 0,
      updated: report.updated.measures ?? 0,
      open: report.list?.questions.filter(({ blocks }) => blocks).length ?? 0,
      rejected: report.rejected,
    }, this.texts);
    if (!mode) {
      return;
    }

    const answer = await this.send(mode, this.texts.importing);
    if (!answer) {
      return;
    }

    if (answer.problem) {
      this.fail(answer.problem);
      return;
    }

    this.bar.hide();
    this.report = answer.value;
    const heading = showImported(this.shell.result, {
      report: answer.value,
      texts: this.texts,
      download: () => { this.download(); },
      another: () => { this.beginAnew(); },
    });
    this.say(heading.textContent);
    focusOn(heading);
  }

  /** Sends the file with everything decided; null where another call is under way. */
  private async send(mode: 'look' | 'atomic' | 'partial', doing: string): Promise<Answer<ImportReport> | null> {
    const { api, file } = this;
    if (!api || !file || this.running) {
      return null;
    }

    const running = new AbortController();
    this.running = running;
    this.shell.problem.replaceChildren();
    this.busy(true);

    // What writes is not broken off: nobody would know what came of it.
    this.say(doing, mode === 'look' ? button(this.texts.cancel, () => { running.abort(); }, { size: 'small' }) : undefined);
    try {
      return await api.import({ concept: this.shell.concept.value, file, mapping: this.decisions.toMapping(), mode }, running.signal);
    } finally {
      this.running = undefined;
      this.busy(false);
      this.say('');
    }
  }

  private busy(busy: boolean): void {
    this.shell.progress.classList.toggle('busy', busy);
    for (const part of [this.shell.form, this.shell.result, this.shell.bar]) {
      part.inert = busy;
    }
  }

  private refreshBar(): void {
    if (this.report) {
      this.bar.show(this.decisions.unread);
    }
  }

  private download(): void {
    if (this.report?.list && this.file) {
      saveMapping(this.decisions.unread > 0 ? this.decisions.onto(this.report.list.mapping) : this.report.list.mapping, this.file.name);
      this.say(this.texts.downloaded);
    }
  }

  private beginAnew(): void {
    this.file = null;
    this.report = null;
    this.decisions = new Decisions();
    this.shell.form.reset();
    this.shell.mappingState.hidden = true;
    this.shell.result.replaceChildren();
    this.shell.file.focus();
    this.say('');
  }

  private say(sentence: string, control?: HTMLElement): void {
    this.shell.progress.replaceChildren(...[sentence ? element('span', {}, sentence) : null, control].filter((part) => part != null));
  }

  private fail(problem: Problem, retry?: () => void): void {
    const message = element('fluent-message-bar', { intent: problem.code === 'cancelled' ? 'info' : 'error', layout: 'multiline', role: 'alert' },
      element('strong', {}, this.texts.failed), ' ',
      element('span', {}, sentenceOf(problem, this.texts)), ' ',
      this.file ? element('span', {}, this.texts.nothingLost) : null);
    this.shell.problem.replaceChildren(message, ...(retry ? [element('p', { class: 'buttons' }, button(this.texts.retry, retry))] : []));
    focusOn(message);
  }
}
