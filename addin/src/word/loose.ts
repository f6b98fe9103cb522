import { normalize, sameTexts } from '../tables/normalize';
import type { TableRecord } from '../tables/record';
import { newInstance, readTag, tagOf } from '../tables/tag';
import type { LooseTable } from './document';
import { WordFailure } from './failure';
import { looksLikeCaption } from './german';
import { TableReading } from './reading';
import { keepRecord, Records } from './records';

interface Candidate {
  readonly place: number;
  readonly table: Word.Table;
  readonly caption: string;
  readonly headings: readonly string[];
}

/** Finds tables without a control of ours that have a caption of ours or the headings of a record: four or five batches. */
export async function findLoose(context: Word.RequestContext): Promise<LooseTable[]> {
  const records = new Records(context);
  const controls = context.document.body.contentControls.load('items/tag');
  const candidates = await outsideControls(context, records);
  const used = new Set(controls.items.map((control) => readTag(control.tag)?.instance));
  const found = candidates.flatMap((candidate) => {
    const fitting = records.all.filter((record) => fits(record, candidate)).sort((a, b) => Number(used.has(a.instance)) - Number(used.has(b.instance)));
    const reading = new TableReading(candidate.table.getRange());
    return looksLikeCaption(candidate.caption) || fitting.length > 0 ? [{ candidate, fitting, reading }] : [];
  });
  await context.sync();
  if (found.map(({ reading }) => reading.askMore()).includes(true)) {
    await context.sync();
  }

  return found.map(({ candidate: { place, caption }, fitting, reading }) => ({
    place,
    caption: looksLikeCaption(caption) ? caption : '',
    headings: reading.shown.headings,
    shown: reading.shown.rows,
    records: fitting,
  }));
}

/** Puts a control around a loose table. */
export async function relinkTable(context: Word.RequestContext, loose: LooseTable, record: TableRecord): Promise<string> {
  const controls = context.document.body.contentControls.load('items/tag');
  const candidate = (await outsideControls(context, new Records(context))).find((one) => one.place === loose.place);
  if (candidate === undefined || !sameTexts(candidate.headings, loose.headings)) {
    throw new WordFailure('table-changed-meanwhile', loose.caption);
  }

  const taken = controls.items.some((control) => readTag(control.tag)?.instance === record.instance);
  const kept = { ...record, instance: taken ? newInstance() : record.instance };
  await wrapTable(context, candidate.table, loose.caption !== '', await tagOf(kept, kept.instance), loose.caption.replace(/^Tabelle\s+\d+\s*:\s+|\s+\(Stand: [\d.]+\)\s*$/g, ''));
  await keepRecord(context, kept);
  return kept.instance;
}

/** Makes a control of caption, table and a blank paragraph behind it, which is inserted where there is none. */
export async function wrapTable(context: Word.RequestContext, table: Word.Table, hasCaption: boolean, tag: string, title: string): Promise<void> {
  const after = table.getParagraphAfterOrNullObject().load('text,tableNestingLevel,isLastParagraph');
  const owner = after.parentContentControlOrNullObject.load('tag');
  await context.sync();
  const usable = !after.isNullObject && normalize(after.text) === '' && after.tableNestingLevel === 0 && !after.isLastParagraph && owner.isNullObject;
  const trailing = usable ? after : table.insertParagraph('', 'After');
  const start = hasCaption ? table.getParagraphBeforeOrNullObject().getRange('Whole') : table.getRange();
  const control = start.expandTo(trailing.getRange('Whole')).insertContentControl('RichText');
  control.tag = tag;
  control.title = title.slice(0, 64);
  await context.sync();
}

async function outsideControls(context: Word.RequestContext, records: Records): Promise<Candidate[]> {
  const tables = context.document.body.tables.load('items/nestingLevel,items/parentContentControlOrNullObject/tag');
  await context.sync();
  records.ask();
  const free = tables.items.flatMap((table, place) => {
    const control = table.parentContentControlOrNullObject;
    const isFree = table.nestingLevel === 1 && (control.isNullObject || readTag(control.tag) === null);
    return isFree ? [{ place, table, before: table.getParagraphBeforeOrNullObject().load('text,tableNestingLevel'), header: table.rows.getFirst().load('values') }] : [];
  });
  await context.sync();
  return free.map(({ place, table, before, header }) => ({
    place,
    table,
    caption: before.isNullObject || before.tableNestingLevel > 0 ? '' : before.text,
    headings: header.values[0] ?? [],
  }));
}

/** By the headings; older records do not have them, and fit where the number of columns does. */
function fits(record: TableRecord, { headings }: Candidate): boolean {
  return record.columns === null
    ? record.rows[0]?.cells.length === headings.length
    : record.columns.length === headings.length && record.columns.every((column, index) => normalize(column.heading) === normalize(headings[index] ?? ''));
}
