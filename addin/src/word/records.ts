import { recordNamespace, type TableRecord } from '../tables/record';
import { readRecord, writeRecord } from '../tables/record-xml';
import { WordFailure } from './failure';

/** The custom XML parts of ours, asked for in one batch and read in the next. */
export class Records {
  readonly #parts: Word.CustomXmlPartScopedCollection;
  #read: { readonly part: Word.CustomXmlPart; readonly xml: OfficeExtension.ClientResult<string> }[] = [];

  constructor(readonly context: Word.RequestContext) {
    this.#parts = context.document.customXmlParts.getByNamespace(recordNamespace).load('items/id');
  }

  /** After the first sync; another one makes the records readable. */
  ask(): void {
    this.#read = this.#parts.items.map((part) => ({ part, xml: part.getXml() }));
  }

  /** All records that can be read. */
  get all(): TableRecord[] {
    return this.#read.flatMap(({ xml }) => readRecord(xml.value) ?? []);
  }

  of(instance: string): TableRecord | null {
    return this.all.find((record) => record.instance === instance) ?? null;
  }

  /** Removes the part of an instance with the next batch. */
  delete(instance: string): void {
    this.#partsOf(instance).forEach((part) => { part.delete(); });
  }

  /** Writes a record into its part, or into a new one; what is left over from copies goes. */
  write(record: TableRecord, anew: boolean): void {
    const [first, ...rest] = this.#partsOf(record.instance);
    if (first === undefined || anew) {
      this.context.document.customXmlParts.add(writeRecord(record));
      first?.delete();
    } else {
      first.setXml(writeRecord(record));
    }

    rest.forEach((part) => { part.delete(); });
  }

  /** Also damaged parts that say whose they are: they are replaced, not left to be found first. */
  #partsOf(instance: string): Word.CustomXmlPart[] {
    return this.#read.filter(({ xml }) => (readRecord(xml.value)?.instance ?? /\binstance="([^"]*)"/.exec(xml.value)?.[1]) === instance).map(({ part }) => part);
  }
}

/** Reads all records: two batches. */
export async function readRecords(context: Word.RequestContext): Promise<Records> {
  const records = new Records(context);
  await context.sync();
  records.ask();
  await context.sync();
  return records;
}

/**
 * Writes a record and reads it back. Word on the web has reported parts as written that were not (OfficeDev/office-js#5910, #1742), so
 * it is tried once more as a new part before giving up. Text that was changed before stays changed: cells that show the concept's
 * text already are recognised by the next refresh, rows may ask once more; nothing somebody wrote is lost.
 */
export async function keepRecord(context: Word.RequestContext, record: TableRecord): Promise<void> {
  const expected = writeRecord(record);
  for (const anew of [false, true]) {
    const before = await readRecords(context);
    before.write(record, anew);
    const after = await readRecords(context);
    const written = after.of(record.instance);
    if (written !== null && writeRecord(written) === expected) {
      return;
    }
  }

  throw new WordFailure('record-not-written', record.instance);
}
