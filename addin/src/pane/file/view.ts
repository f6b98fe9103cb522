import type { DocumentStatusView, DocumentTableView } from '../../api/documents';
import type { TablesClient } from '../../api/tables';
import { takeDrops } from '../../shared/drop';
import { badge, button, element, focusOn, onChosen } from '../../shared/element';
import { saveFile } from '../../shared/save';
import type { PaneTexts } from '../../texts/pane';
import type { Notices } from '../view/notices';
import { fileTable, type FileTable } from './file-table';

/** A Word file is dropped or chosen; its tables are shown with their states, and it can be had refreshed. For where there is no Word. */
export class FileView {
  private readonly result = element('div');
  private running: AbortController | undefined;

  constructor(place: HTMLElement, private readonly notices: Notices, private readonly client: TablesClient) {
    const { texts } = notices;
    const input = element('input', { type: 'file', id: 'file', accept: '.docx', 'aria-describedby': 'file-hint' });
    onChosen(input, (file) => { this.take(file); });
    const drop = element('div', { class: 'drop' },
      element('label', { for: 'file' }, element('strong', {}, texts.file), ' ', element('span', {}, texts.dropHere)),
      input,
      element('small', { id: 'file-hint' }, texts.fileHint));
    place.replaceChildren(element('h2', { class: 'hidden' }, texts.checkFile), drop, this.result);
    takeDrops({ place: drop, isClosed: () => place.hidden, take: ([file]) => { this.take(file); } });
  }

  private get texts(): PaneTexts {
    return this.notices.texts;
  }

  private take(file: File | undefined): void {
    if (!file) {
      return;
    }

    if (!/\.docx$/i.test(file.name)) {
      this.notices.failWith(this.texts.fileOther);
      return;
    }

    void this.check(file);
  }

  private async check(file: File): Promise<void> {
    const running = this.begin(this.texts.fileChecking(file.name));
    const answer = await this.client.documentStatus(file, running.signal);
    if (this.running !== running) {
      return;
    }

    if (answer.problem) {
      this.result.replaceChildren();
      this.notices.fail(answer.problem, () => { void this.check(file); });
      return;
    }

    this.notices.say('');
    this.show(file, answer.value);
  }

  private show(file: File, { tables }: DocumentStatusView): void {
    const heading = element('h2', {}, this.texts.fileStates(file.name));
    const rows = tables.map((table) => fileTable(table, this.texts));
    const track = element('input', { type: 'checkbox', checked: true });
    this.result.replaceChildren(
      heading,
      element('p', {}, tables.length === 0 ? this.texts.fileNone : this.texts.fileSummary(tables.length, tables.filter(({ state }) => state === 'outdated').length)),
      element('ul', { class: 'tables' }, ...rows.map((row, index) => item(row, tables[index], this.texts))),
      ...(tables.some(({ state }) => state === 'outdated') ? [
        element('label', { class: 'choice' }, track, element('span', {}, this.texts.fileTrack)),
        element('p', { class: 'buttons' }, button(this.texts.fileRefresh, () => { void this.refresh(file, track.checked); }, { appearance: 'primary' })),
      ] : []));
    focusOn(heading);
  }

  private async refresh(file: File, trackChanges: boolean): Promise<void> {
    const running = this.begin(this.texts.fileRefreshing(file.name));
    const answer = await this.client.documentRefresh(file, trackChanges, running.signal);
    if (this.running !== running) {
      return;
    }

    if (answer.problem) {
      this.notices.fail(answer.problem, () => { void this.refresh(file, trackChanges); });
      return;
    }

    const name = this.texts.fileRefreshName(file.name);
    saveFile(answer.value, name);
    this.notices.say(this.texts.fileRefreshed(name));
  }

  private begin(sentence: string): AbortController {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.notices.clear();
    this.notices.busy(sentence, () => { running.abort(); });
    return running;
  }
}

function item(row: FileTable, table: DocumentTableView | undefined, texts: PaneTexts): HTMLElement {
  return element('li', { class: row.state, 'data-instance': table?.instance },
    element('div', { class: 'head' }, element('h3', { lang: 'de' }, row.caption), badge(texts.state[row.state] ?? row.state, row.mood)),
    ...row.sentences.map((sentence) => element('p', {}, sentence)),
    row.flags.length > 0 && element('ul', { class: 'flags' }, ...row.flags.map((flag) => element('li', {}, flag))));
}
