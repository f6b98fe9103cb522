import { readTag, newInstance, withInstance } from '../tables/tag';
import { DocumentReading, type ControlReading } from './controls';
import type { DocumentTable } from './document';
import { looksLikeCaption } from './german';
import { wrapTable } from './loose';
import { keepRecord } from './records';

/** Mends what a table's flags say, one thing after the other; each leaves the document such that it may be called again. */
export async function repairTable(context: Word.RequestContext, table: DocumentTable): Promise<void> {
  let document = await DocumentReading.of(context);
  let control = document.find(table);
  if (control.inner.length > 0 || control.outer !== null) {
    await unnest(context, document, control);
    document = await DocumentReading.of(context);
    const left = document.controls.find((one) => one.control.id === table.key);
    if (left === undefined) {
      return;
    }

    control = left;
  }

  if (control.reading.table === null) {
    await mendDamaged(context, document, control);
    return;
  }

  const isSecond = document.controls.findIndex((one) => one.instance === control.instance) < document.controls.indexOf(control);
  if (isSecond) {
    const instance = newInstance();
    control.control.tag = withInstance(control.control.tag, instance);
    await context.sync();

    // The copy shows what its original showed: its record is a copy too.
    const record = document.records.of(control.instance);
    if (record !== null) {
      await keepRecord(context, { ...record, instance });
    }
  }
}

/**
 * Where two controls are around the same table the inner one goes, and the outer keeps the caption. Where each has its own, the inner
 * one was inserted or pasted into the outer (OfficeDev/office-js#866): the outer is put around its own table anew.
 */
async function unnest(context: Word.RequestContext, document: DocumentReading, control: ControlReading): Promise<void> {
  const outer = document.controls.find((one) => one.control.id === control.outer?.id) ?? control;
  if (outer.reading.tables.length <= 1) {
    outer.inner.forEach((inner) => { inner.delete(true); });
    await context.sync();
    return;
  }

  const own = new Set(document.controls.filter((one) => outer.inner.some((inner) => inner.id === one.control.id)).map((one) => one.instance));
  await rewrap(context, outer, (table) => {
    const instance = table.parentContentControlOrNullObject.isNullObject ? '' : (readTag(table.parentContentControlOrNullObject.tag)?.instance ?? '');
    return !own.has(instance) || instance === outer.instance;
  });
}

/** A control without a table says nothing any more; one with several keeps the first. */
async function mendDamaged(context: Word.RequestContext, document: DocumentReading, control: ControlReading): Promise<void> {
  if (control.reading.tables.length > 0) {
    await rewrap(context, control, () => true);
    return;
  }

  control.control.delete(true);
  if (document.countOf(control.instance) === 1) {
    document.records.delete(control.instance);
  }

  await context.sync();
}

/** Takes a control away and puts it around the first of its tables that is its own. */
async function rewrap(context: Word.RequestContext, { control, reading }: ControlReading, isOwn: (table: Word.Table) => boolean): Promise<void> {
  const tables = reading.tables.map((table) => ({ table, before: table.getParagraphBeforeOrNullObject().load('text,tableNestingLevel') }));
  tables.forEach(({ table }) => table.parentContentControlOrNullObject.load('tag'));
  await context.sync();
  const own = tables.find(({ table }) => isOwn(table));
  const [tag, title] = [control.tag, control.title];
  control.delete(true);
  await context.sync();
  if (own !== undefined) {
    const hasCaption = !own.before.isNullObject && own.before.tableNestingLevel === 0 && looksLikeCaption(own.before.text);
    await wrapTable(context, own.table, hasCaption, tag, title);
  }
}
