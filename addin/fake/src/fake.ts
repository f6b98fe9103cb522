import { blank } from './blank';
import { FakeDocument } from './document';
import { FakeContext } from './queue';
import { cellsOf, rowsOf } from './tables';
import { deleteText, insertText, rawText } from './text';
import { attribute, childOf, childrenOf, descendants, insertAfter, is, type Element } from './xml';
import { classes } from './word';

/** What people and tests do to the document, beside what the add-in does through the API. */
export class WordFake {
  document = new FakeDocument();

  /** Every batch that was carried out, as names of its actions. */
  readonly batches: string[][] = [];
  failNext: { code: string; at: RegExp } | null = null;

  /** Opens a file, or a new document with these paragraphs. */
  open(file?: Uint8Array | string | readonly string[]): void {
    this.document = file === undefined ? new FakeDocument() : typeof file === 'string' ? FakeDocument.open(decode(file)) : file instanceof Uint8Array ? FakeDocument.open(file) : new FakeDocument(blank(file));
  }

  /** The document as .docx, base64. */
  save(): string {
    return encode(this.document.save());
  }

  saveBytes(): Uint8Array {
    return this.document.save();
  }

  /** Takes back the last change; where `parts` is false, the data beside the text stays as it is, as Word may leave it. */
  undo(parts = true): boolean {
    return this.document.undo(parts);
  }

  /** Somebody rewrites a paragraph of a cell; row 0 is the header. */
  userTypes(table: number, row: number, cell: number, text: string, paragraph = 0): void {
    this.#byHand(() => {
      const target = this.paragraphs(table, row, cell)[paragraph];
      if (target === undefined) {
        throw new RangeError('There is no such paragraph.');
      }

      const end = rawText(target).length;
      insertText(target, end, text, this.document);
      deleteText(target, 0, end, this.document);
    });
  }

  /** Somebody deletes a row. */
  userDeletesRow(table: number, row: number): void {
    this.#byHand(() => { const found = rowsOf(this.#table(table))[row]; found?.parentNode?.removeChild(found); });
  }

  /** Copies a table behind itself: with its control (its data stays single), or without, as a paste on the web leaves it. */
  copyTable(table: number, withControl = true): void {
    this.#byHand(() => {
      const original = this.#table(table);
      const block = this.#blockOf(original);
      const parent = block.parentNode;
      if (parent === null) {
        return;
      }

      const content = is(block, 'sdt') && !withControl ? childrenOf(childOf(block, 'sdtContent')) : [block];
      const separator = block.ownerDocument?.createElementNS(original.namespaceURI, 'w:p');
      if (separator !== undefined) {
        insertAfter(separator, block);
        this.document.insertBlocks(content, parent as Element, separator.nextSibling);
      }
    });
  }

  /** Removes the control around a table and leaves its text. */
  dropControl(table: number): void {
    this.#byHand(() => {
      const block = this.#blockOf(this.#table(table));
      if (is(block, 'sdt')) {
        childrenOf(childOf(block, 'sdtContent')).forEach((child) => block.parentNode?.insertBefore(child, block));
        block.parentNode?.removeChild(block);
      }
    });
  }

  /** Loses the data beside tables. */
  dropParts(): void {
    this.#byHand(() => { this.document.parts = []; });
  }

  /** Puts the cursor into a paragraph, by its place among all. */
  select(paragraph: number): void {
    this.document.selected = paragraph;
  }

  trackChanges(on = true, author = 'Fake'): void {
    this.document.mode = on ? 'TrackAll' : 'Off';
    this.document.author = author;
  }

  protect(on = true): void {
    this.document.isProtected = on;
  }

  /** The next action of that name (the next of all, if no other is asked for) fails, and ends its batch; what stood before it is done. */
  failNextSync(code: string, at = /^/): void {
    this.failNext = { code, at };
  }

  /** The paragraphs of a cell. */
  paragraphs(table: number, row: number, cell: number): Element[] {
    const found = cellsOf(rowsOf(this.#table(table))[row] ?? this.document.body)[cell];
    return found === undefined ? [] : descendants(found, ['p']);
  }

  /** The blocks of the body, by kind: what a test counts stray paragraphs with. */
  blocks(): string[] {
    return childrenOf(this.document.body).map((block) => (block.localName === 'p' ? `p:${rawText(block)}` : block.localName === 'sdt' ? `sdt:${attribute(childOf(childOf(block, 'sdtPr'), 'tag'), 'val') ?? ''}` : (block.localName ?? ''))).filter((name) => name !== 'sectPr');
  }

  context(): FakeContext {
    return new FakeContext(this, classes);
  }

  /** `Word.run`. */
  async run<T>(action: (context: FakeContext) => Promise<T>): Promise<T> {
    const context = this.context();
    const result = await action(context);
    await context.sync();
    return result;
  }

  #byHand(change: () => void): void {
    this.document.remember();
    change();
    this.document.forgetIfSame();
  }

  #table(index: number): Element {
    const table = descendants(this.document.body, ['tbl'], ['tc'])[index];
    if (table === undefined) {
      throw new RangeError('There is no such table.');
    }

    return table;
  }

  #blockOf(node: Element): Element {
    let block = node;
    while (block.parentNode !== this.document.body && block.parentNode !== null) {
      block = block.parentNode as Element;
    }

    return block;
  }
}



const encode = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const decode = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
