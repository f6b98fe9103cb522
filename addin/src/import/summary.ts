import type { ImportReport, ListReport } from '../api/types';
import { element } from '../shared/element';
import { row, table } from '../shared/table';
import type { Texts } from '../texts';

const changes = ['new', 'changed', 'unchanged', 'gone', 'split', 'cancelled', 'reference'] as const;

/** What the file is, and what it comes to in numbers. */
export function summary(report: ImportReport, texts: Texts): Node[] {
  const { list } = report;
  return list ? ofList(list, texts) : ofOwnFormat(report, texts);
}

function ofList(list: ListReport, texts: Texts): Node[] {
  const blocking = list.questions.filter((question) => question.blocks).length;
  const other = list.questions.length - blocking + (list.furtherQuestions ?? 0);
  const { edition } = list;
  const counts: Record<(typeof changes)[number], number> = { ...edition, cancelled: edition.cancelled, reference: edition.references };
  return [
    element('p', {}, blocking > 0 ? element('strong', {}, texts.openBlocking(blocking)) : '', blocking > 0 && other > 0 ? ' ' : '', other > 0 ? texts.openOther(other) : '', blocking + other === 0 ? texts.nothingOpen : ''),
    element('dl', { class: 'facts' },
      ...fact(texts.formatLabel, formatOf(list, texts)),
      ...fact(texts.listName, list.list),
      ...fact(texts.rowsTotal, texts.number(list.kinds.reduce((sum, kind) => sum + kind.count, 0)))),
    ...sheets(list, texts),
    element('div', { class: 'columns' },
      table(texts.changesCaption, [texts.kind, texts.measures], changes.filter((kind) => counts[kind] > 0 || kind === 'new').map((kind) => row(texts.change[kind] ?? kind, texts.number(counts[kind]))), 'numbers'),
      table(texts.kindsCaption, [texts.kind, texts.rows], list.kinds.map((kind) => row(kind.text, texts.number(kind.count))), 'numbers')),
  ];
}

function ofOwnFormat(report: ImportReport, texts: Texts): Node[] {
  const counts = [['new', report.created], ['changed', report.updated], ['unchanged', report.unchanged]] as const;
  return [
    element('p', {}, texts.ownFormat),
    table(texts.changesCaption, [texts.kind, texts.measures], [
      ...counts.map(([kind, count]) => row(texts.change[kind] ?? kind, texts.number(count.measures ?? 0))),
      row(texts.rejected, texts.number(report.rejected)),
    ], 'numbers'),
  ];
}

function formatOf(list: ListReport, texts: Texts): string {
  const format = texts.format[list.format] ?? list.format;
  return list.encoding && list.delimiter ? texts.encodingAnd(format, list.encoding, texts.delimiter[list.delimiter] ?? list.delimiter) : format;
}

function sheets(list: ListReport, texts: Texts): Node[] {
  const notes = list.sheets.flatMap((sheet) => {
    const name = sheet.name ?? '';
    const marks = texts.sheetMarks(sheet.hiddenRows ?? 0, sheet.formulas ?? 0, sheet.mergedCells ?? 0);
    return !sheet.isRead ? [texts.sheetNotRead(name, sheet.text ?? '')] : marks ? [name ? `${name}: ${marks}` : marks] : [];
  });
  return notes.length === 0 ? [] : [element('h3', {}, texts.sheetsRead), element('ul', {}, ...notes.map((note) => element('li', {}, note)))];
}

function fact(name: string, value: string): Node[] {
  return [element('dt', {}, name), element('dd', {}, value)];
}
