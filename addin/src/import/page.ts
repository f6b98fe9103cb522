import type { ApiClient } from '../api/client';
import type { Answer, Problem } from '../api/problem';
import type { ConceptSummary, ImportReport } from '../api/types';
import { takeDrops } from '../shared/drop';
import { button, focusOn, onChosen } from '../shared/element';
import type { Texts } from '../texts';
import { Activity } from './activity';
import { ActionBar } from './bar';
import { confirmImport } from './confirm';
import { Decisions, readMapping } from './decisions';
import { saveMapping } from './download';
import { showImported, showReading } from './result';
import { findShell, nameOf, showConcepts, type Shell } from './shell';

/**
 * The page on which an administrator looks at a list, decides and imports. Whatever fails, file and decisions stay.
 * The file is longer than most: that nothing is imported which was not seen is one rule over everything that can be chosen here.
 */
export class ImportPage {
  private readonly shell: Shell;
  private readonly read: HTMLElement;
  private readonly bar: ActionBar;
  private readonly activity: Activity;
  private api: ApiClient | undefined;
  private concepts: readonly ConceptSummary[] = [];
  private file: File | null = null;
  private decisions = new Decisions();
  private report: ImportReport | null = null;

  /** @param connect Finds the API; asked again where it failed. */
  constructor(private readonly texts: Texts, private readonly connect: () => Promise<ApiClient>) {
    this.shell = findShell(texts);
    this.activity = new Activity(this.shell, texts);
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

    this.activity.clear();
    this.concepts = listed.value;
    showConcepts(this.shell.concept, listed.value, this.texts);

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
    concept.addEventListener('change', () => {
      this.forget();
      this.lookIfReady();
    });
    onChosen(file, (chosen) => { this.take(chosen); });
    onChosen(mapping, (chosen) => { void this.takeMapping(chosen); });
    takeDrops({ place: drop, isClosed: () => this.activity.isBusy || document.querySelector('dialog[open]') !== null, take: (files) => { void this.takeAll(files); } });
  }

  /** Takes what was dropped: a list, a mapping or both. */
  private async takeAll(files: readonly File[]): Promise<void> {
    const mapping = files.find(({ name }) => name.toLowerCase().endsWith('.json'));
    const list = files.find((file) => file !== mapping);
    if (!list) {
      await this.takeMapping(mapping);
      return;
    }

    // The mapping first, so that the list is read with it.
    if (!mapping || await this.load(mapping)) {
      this.take(list);
    }
  }

  /** Takes a list. Another one begins anew; a mapping that was loaded stays. */
  private take(file: File | undefined): void {
    if (!file) {
      return;
    }

    this.file = file;
    this.decisions = new Decisions(this.decisions.loaded);
    this.forget();
    this.activity.say(this.texts.fileChosen(file.name));
    if (!this.lookIfReady()) {
      this.activity.say(`${this.texts.fileChosen(file.name)}. ${this.texts.chooseConceptFirst}`);
    }
  }

  private async takeMapping(file: File | undefined): Promise<void> {
    if (file && await this.load(file)) {
      this.lookIfReady();
    }
  }

  /** Reads a mapping, in place of all decisions; whether it is one. */
  private async load(file: File): Promise<boolean> {
    const mapping = readMapping(await file.text().catch(() => ''));
    const { mappingState } = this.shell;
    this.shell.mapping.value = '';
    if (!mapping) {
      this.fail({ code: 'invalid-mapping', status: 0, detail: this.texts.notAMapping(file.name) });
      return false;
    }

    this.decisions = new Decisions(mapping);
    this.forget();
    mappingState.hidden = false;
    mappingState.replaceChildren(this.texts.mappingLoaded(file.name), ' ', button(this.texts.mappingRemove, () => {
      this.decisions = new Decisions();
      this.forget();
      mappingState.hidden = true;
      this.shell.mapping.focus();
      this.lookIfReady();
    }, { size: 'small' }));
    this.activity.say(this.texts.mappingLoaded(file.name));
    return true;
  }

  /** Takes a reading away: what is chosen now has not been seen, and if it cannot be read, the old one must not be imported for it. */
  private forget(): void {
    this.report = null;
    this.bar.hide();
    this.activity.clear();
    this.shell.result.replaceChildren();
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
      this.activity.say(this.texts.chooseConceptFirst);
      this.shell.concept.focus();
      return;
    }

    const { file, decisions } = this;
    if (!file) {
      this.activity.say(this.texts.dropHere);
      this.shell.file.focus();
      return;
    }

    const answer = await this.send('look', this.texts.reading);
    if (!answer) {
      return;
    }

    // A mapping that was being loaded meanwhile is not what was read.
    if (this.file !== file || this.decisions !== decisions) {
      void this.look();
      return;
    }

    if (answer.problem) {
      this.fail(answer.problem, () => { void this.look(); });
      return;
    }

    this.report = answer.value;
    decisions.markRead();
    const heading = showReading(this.shell.result, { report: answer.value, file: file.name, decisions, texts: this.texts, changed: () => { this.refreshBar(); } });
    this.refreshBar();
    const { list } = answer.value;
    this.activity.say(list ? this.texts.done(list.kinds.find(({ kind }) => kind === 'measure')?.count ?? 0, list.questions.length + (list.furtherQuestions ?? 0)) : this.texts.ownFormat);
    focusOn(heading);
  }

  private async import(): Promise<void> {
    const { report, file } = this;
    if (!report || !file) {
      return;
    }

    const concept = this.concepts.find(({ id }) => id === this.shell.concept.value);
    const mode = await confirmImport({ file: file.name, concept: concept ? nameOf(concept) : this.shell.concept.value, report }, this.texts);
    if (!mode || this.report !== report) {
      return;
    }

    const answer = await this.send(mode, this.texts.importing);
    if (!answer) {
      return;
    }

    if (answer.problem) {
      this.fail(answer.problem, answer.problem.code === 'concept-changed' ? () => { void this.look(); } : undefined);
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
    this.activity.say(heading.textContent);
    focusOn(heading);
  }

  /** Sends the file with everything decided; null where another call is under way. */
  private send(mode: 'look' | 'atomic' | 'partial', doing: string): Promise<Answer<ImportReport> | null> {
    const { api, file } = this;
    const concept = this.shell.concept.value;
    return !api || !file ? Promise.resolve(null) : this.activity.run(
      doing,
      (signal) => api.import({ concept, file, mapping: this.decisions.toMapping(), mode, seen: mode === 'look' ? null : this.report?.contentVersion }, signal),
      // What writes is not broken off: nobody would know what came of it.
      { canBeCancelled: mode === 'look' });
  }

  private refreshBar(): void {
    if (this.report) {
      this.bar.show(this.decisions.unread);
    }
  }

  private download(): void {
    if (this.report?.list && this.file) {
      saveMapping(this.decisions.unread > 0 ? this.decisions.onto(this.report.list.mapping) : this.report.list.mapping, this.file.name);
      this.activity.say(this.texts.downloaded);
    }
  }

  private beginAnew(): void {
    this.file = null;
    this.decisions = new Decisions();
    this.forget();
    this.shell.form.reset();
    this.shell.mappingState.hidden = true;
    this.shell.file.focus();
    this.activity.say('');
  }

  private fail(problem: Problem, retry?: () => void): void {
    this.activity.fail(problem, this.file !== null, retry);
  }
}
