import { readTag } from '../tables/tag';
import type { DocumentTable } from './document';
import { WordFailure } from './failure';
import { Records } from './records';
import { sameShown, TableReading } from './reading';
import { writeRecord } from '../tables/record-xml';

/** A control of ours, asked for all there is to know of it. */
class ControlReading {
  readonly reading: TableReading;
  readonly #inner: Word.ContentControlCollection;
  readonly #outer: Word.ContentControl;

  constructor(
    readonly control: Word.ContentControl,
    readonly instance: string,
  ) {
    this.reading = new TableReading(control);
    this.#inner = control.contentControls.load('items/id,items/tag');
    this.#outer = control.parentContentControlOrNullObject.load('id,tag');
  }

  /** Controls of ours within it. */
  get inner(): Word.ContentControl[] {
    return this.#inner.items.filter((control) => control.id !== this.control.id && isOurs(control));
  }

  /** The control of ours it stands in. */
  get outer(): Word.ContentControl | null {
    return !this.#outer.isNullObject && isOurs(this.#outer) ? this.#outer : null;
  }

  snapshot(records: Records, isDuplicate: boolean): DocumentTable {
    const { headings, rows } = this.reading.shown;
    return {
      key: this.control.id,
      instance: this.instance,
      tag: this.control.tag,
      title: this.control.title,
      caption: this.reading.caption?.text ?? '',
      record: records.of(this.instance),
      headings,
      shown: rows,
      flags: { duplicate: isDuplicate, nested: this.outer !== null || this.inner.length > 0, damaged: this.reading.table === null },
    };
  }
}

export type { ControlReading };

const isOurs = (control: Word.ContentControl): boolean => readTag(control.tag) !== null;

/** Everything of ours in the document. Three batches, four where there are tracked changes in a table, however many tables there are. */
export class DocumentReading {
  private constructor(
    readonly context: Word.RequestContext,
    readonly controls: readonly ControlReading[],
    readonly records: Records,
  ) {}

  static async of(context: Word.RequestContext): Promise<DocumentReading> {
    const all = context.document.body.contentControls.load('items/id,items/tag,items/title,items/cannotEdit,items/cannotDelete');
    const records = new Records(context);
    await context.sync();
    records.ask();

    // After getOoxml and insertOoxml the collection has held controls twice (OfficeDev/office-js#603): each id counts once.
    const once = new Map(all.items.map((control) => [control.id, control]));
    const controls = [...once.values()].flatMap((control) => {
      const tag = readTag(control.tag);
      return tag === null ? [] : [new ControlReading(control, tag.instance)];
    });
    await context.sync();
    if (controls.map(({ reading }) => reading.askMore()).includes(true)) {
      await context.sync();
    }

    return new DocumentReading(context, controls, records);
  }

  tables(): DocumentTable[] {
    const seen = new Set<string>();
    return this.controls.map((control) => {
      const isDuplicate = seen.has(control.instance);
      seen.add(control.instance);
      return control.snapshot(this.records, isDuplicate);
    });
  }

  /** The control of a table that is still there and still what was read of it before. */
  require(table: DocumentTable): ControlReading {
    const control = this.find(table);
    const now = this.tables().find(({ key }) => key === table.key);
    const same = (record: DocumentTable['record']) => (record === null ? '' : writeRecord(record));
    if (now?.tag !== table.tag || !sameShown({ headings: table.headings, rows: table.shown }, { headings: now.headings, rows: now.shown }) || same(table.record) !== same(now.record)) {
      throw new WordFailure('table-changed-meanwhile', table.tag);
    }

    return control;
  }

  /** The control of a table, whatever became of what it shows. */
  find(table: DocumentTable): ControlReading {
    const control = this.controls.find((one) => one.control.id === table.key);
    if (control === undefined) {
      throw new WordFailure('table-gone', table.tag);
    }

    return control;
  }

  /** How many controls name an instance. */
  countOf(instance: string): number {
    return this.controls.filter((control) => control.instance === instance).length;
  }
}
