import { normalize } from '../tables/normalize';
import { recordOf } from '../tables/record';
import { CaptionEdit } from './caption';
import { DocumentReading } from './controls';
import type { DocumentTable, InsertOrder } from './document';
import { WordFailure } from './failure';
import { tableHtml } from './html';
import { keepRecord } from './records';

/**
 * Puts another table in the place of the old one, within the control; caption and bookmark stay. Not by replacing: that has corrupted
 * tables (OfficeDev/office-js#2606) and is not allowed everywhere. Not tracked: until somebody accepted it there would be two tables.
 */
export async function replaceTable(context: Word.RequestContext, table: DocumentTable, order: InsertOrder, isWeb: boolean): Promise<void> {
  const document = await DocumentReading.of(context);
  const { control, reading } = document.require(table);
  const old = reading.table;
  if (control.cannotEdit) {
    throw new WordFailure('control-locked', table.tag);
  }

  if (old === null || document.countOf(table.instance) > 1) {
    throw new WordFailure(old === null ? 'table-changed-meanwhile' : 'repair-first', table.tag);
  }

  const record = recordOf(order.table, table.instance);
  const caption = new CaptionEdit(reading.caption, table.record === null ? undefined : table.record.asOf, record.asOf);
  context.document.load('changeTrackingMode');
  await context.sync();
  const mode = context.document.changeTrackingMode;
  context.document.changeTrackingMode = 'Off';
  try {
    caption.carryOut();
    const holder = old.insertParagraph('', 'After');
    const only = order.ooxml === null || isWeb ? null : tableOnly(order.ooxml);
    if (only === null) {
      // Quick on the web, where OOXML takes seconds (#5944); the look of the old table goes over to the new one.
      holder.insertHtml(tableHtml(order.table), 'Replace');
    } else {
      holder.insertOoxml(only, 'Replace');
    }

    old.delete();
    await context.sync();
    await tidy(context, control, only === null ? old.style : null);
  } finally {
    context.document.changeTrackingMode = mode;
    await context.sync();
  }

  await keepRecord(context, record);
}

/** Leaves one blank paragraph behind the table, as it was inserted (#2655), and its header row repeating. */
async function tidy(context: Word.RequestContext, control: Word.ContentControl, style: string | null): Promise<void> {
  const paragraphs = control.paragraphs.load('items/text,items/tableNestingLevel');
  const tables = control.tables.load('items/nestingLevel');
  await context.sync();
  const table = tables.items[0];
  if (table === undefined || tables.items.length > 1) {
    throw new WordFailure('word-failed', 'The control does not hold one table.');
  }

  table.headerRowCount = 1;
  if (style !== null && style !== '') {
    table.style = style;
  }

  const last = paragraphs.items.map((paragraph) => paragraph.tableNestingLevel >= table.nestingLevel).lastIndexOf(true);
  paragraphs.items.slice(last + 1).slice(1).filter((paragraph) => normalize(paragraph.text) === '').forEach((paragraph) => { paragraph.delete(); });
  await context.sync();
}

/** The package with nothing but the table and its styles: no second control, caption or record. Null where it is not the server's. */
export function tableOnly(ooxml: string): string | null {
  const table = /<w:tbl>[\s\S]*<\/w:tbl>/.exec(ooxml)?.[0];
  const start = ooxml.indexOf('<w:body>') + 8;
  const end = ooxml.indexOf('</w:body>');
  if (table === undefined || start < 8 || end < start) {
    return null;
  }

  return `${ooxml.slice(0, start)}${table}<w:p/>${ooxml.slice(end)}`
    .replace(/<pkg:part [^>]*pkg:name="\/customXml\/[^"]*"[\s\S]*?<\/pkg:part>/g, '')
    .replace(/<Relationship [^>]*relationships\/customXml"[^>]*\/>/g, '');
}
