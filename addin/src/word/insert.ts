import { normalize } from '../tables/normalize';
import { recordOf } from '../tables/record';
import { readTag, tagOf } from '../tables/tag';
import { Neighbours } from './blank';
import type { InsertOrder } from './document';
import { WordFailure } from './failure';
import { captionLabel, stand } from './german';
import { tableHtml } from './html';
import { keepRecord, readRecords } from './records';

/** The table style the server's tables use; a document may define it as it likes. */
export const tableStyle = 'INSEK Tabelle';

/**
 * Inserts a table behind the paragraph with the cursor, or in the place of an empty one.
 *
 * With the server's OOXML: it alone brings number field, bookmark, style and alternative text. Word on the web takes seconds for it
 * (OfficeDev/office-js#5944), which is borne once for each table and never when refreshing; where it fails there (#3271, #1654) the
 * table is built from HTML. The control gets paragraphs of its own because the web copies content behind a control in a paragraph
 * that holds more (#1914), and what Word leaves of empty paragraphs around it (#116, #1144, #2655) is taken away again.
 */
export async function insertTable(context: Word.RequestContext, order: InsertOrder, isWeb: boolean): Promise<string> {
  const { holder, cursor } = await placeAt(context);
  const [before, after] = [new Neighbours(cursor, 'before'), new Neighbours(cursor, 'after')];
  await context.sync();
  const isBlank = normalize(cursor.text) === '';

  // The blank paragraph at the cursor becomes the table; otherwise there was none before it.
  const [blankBefore, blankAfter] = [isBlank ? before.blank.length : 0, after.blank.length];
  const target = holder(isBlank);
  await insertContent(context, target, order, isWeb);

  const control = await controlOf(context, order.instance);
  const [first, last] = [new Neighbours(control.paragraphs.getFirst(), 'before'), new Neighbours(control.paragraphs.getLast(), 'after')];
  await context.sync();
  first.reduceTo(blankBefore);
  last.reduceTo(blankAfter);
  await context.sync();
  if ((await readRecords(context)).of(order.instance)?.columns == null) {
    await keepRecord(context, recordOf(order.table, order.instance));
  }

  return order.instance;
}

async function placeAt(context: Word.RequestContext): Promise<{ cursor: Word.Paragraph; holder: (isBlank: boolean) => Word.Paragraph }> {
  const selection = context.document.getSelection();
  const cursor = selection.paragraphs.getLast().load('text');
  const body = selection.parentBody.load('type');
  const table = selection.parentTableOrNullObject.load('rowCount');
  const control = selection.parentContentControlOrNullObject.load('tag');
  await context.sync();

  // Controls in controls confuse Word (#866), and in table cells lose their content (#6752).
  if (body.type !== 'MainDoc' || !table.isNullObject || (!control.isNullObject && readTag(control.tag) !== null)) {
    throw new WordFailure('place-not-possible');
  }

  return {
    cursor,
    holder: (isBlank) => {
      if (isBlank) {
        return cursor;
      }

      // It would look like the paragraph it follows, a heading for example.
      const made = cursor.insertParagraph('', 'After');
      made.styleBuiltIn = 'Normal';
      return made;
    },
  };
}

async function insertContent(context: Word.RequestContext, holder: Word.Paragraph, order: InsertOrder, isWeb: boolean): Promise<void> {
  if (order.ooxml !== null) {
    try {
      holder.insertOoxml(order.ooxml, 'Replace');
      await context.sync();
      return;
    } catch (error) {
      if (!isWeb) {
        throw error;
      }
    }
  }

  await insertAsHtml(context, holder, order);
}

async function insertAsHtml(context: Word.RequestContext, holder: Word.Paragraph, { table, instance }: InsertOrder): Promise<void> {
  const controls = context.document.body.contentControls.load('items/tag');
  const style = context.document.getStyles().getByNameOrNullObject(tableStyle).load('nameLocal');
  await context.sync();

  // Fields cannot be inserted on the web: the number is text, counted by the tables there are.
  const number = controls.items.filter((one) => readTag(one.tag) !== null).length + 1;
  const asOf = table.asOf ?? null;
  const caption = holder.insertParagraph('', 'Before');
  caption.styleBuiltIn = 'Caption';
  caption.insertText(`${captionLabel} ${number}`, 'Start').insertBookmark(`insek_${instance}`);
  caption.insertText(`: ${table.title}${asOf === null ? '' : ` (${stand(asOf)})`}`, 'End');
  const trailing = holder.insertParagraph('', 'Before');
  trailing.styleBuiltIn = 'Normal';
  trailing.insertHtml(tableHtml(table), 'Replace');
  const range = caption.getRange('Whole').expandTo(trailing.getRange('Whole'));
  const control = range.insertContentControl('RichText');
  control.tag = await tagOf(table, instance);
  control.title = table.title.length > 64 ? `${table.title.slice(0, 63)}…` : table.title;
  const inserted = control.tables.getFirst();
  inserted.headerRowCount = 1;
  if (!style.isNullObject) {
    inserted.style = tableStyle;
  }

  await context.sync();
}

async function controlOf(context: Word.RequestContext, instance: string): Promise<Word.ContentControl> {
  const controls = context.document.body.contentControls.load('items/tag');
  await context.sync();
  const control = controls.items.find((one) => readTag(one.tag)?.instance === instance);
  if (control === undefined) {
    throw new WordFailure('word-failed', 'The inserted control is not there.');
  }

  return control;
}
