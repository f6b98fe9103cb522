import { blank } from './blank';
import { newId, readDocx, readFlat, writeDocx, writeFlat, type Package, type XmlPart } from './package';
import { markEnd, type Tracking } from './text';
import { append, attribute, childOf, childrenOf, create, descendants, is, parse, remove, serialize, setAttribute, w, type Document, type Element, type Node } from './xml';

type TrackingMode = 'Off' | 'TrackAll' | 'TrackMineOnly';

interface Snapshot {
  readonly document: string;
  readonly styles: string | null;
  readonly parts: readonly XmlPart[];
}

/** The document behind the fake: WordprocessingML, what the API's objects point into. */
export class FakeDocument implements Tracking {
  document: Document;
  styles: Document | null;
  parts: XmlPart[];
  mode: TrackingMode = 'Off';
  author = 'Fake';

  /** The paragraph with the cursor, by its place among all; -1 is the last. */
  selected = -1;

  /** A protected document refuses every change. */
  isProtected = false;

  readonly #others: Package['others'];
  readonly #undo: Snapshot[] = [];
  #marks = 900;
  #ids = 1000;

  constructor(content: Package = blank()) {
    this.document = parse(content.document);
    this.styles = content.styles === null ? null : parse(content.styles);
    this.parts = content.customXml.map((part) => ({ ...part }));
    this.#others = content.others;
  }

  static open(bytes: Uint8Array): FakeDocument {
    return new FakeDocument(readDocx(bytes));
  }

  save(): Uint8Array {
    return writeDocx({ document: serialize(this.document), styles: this.styles === null ? null : serialize(this.styles), customXml: this.parts, others: this.#others });
  }

  get on(): boolean {
    return this.mode !== 'Off';
  }

  get body(): Element {
    const body = childOf(this.document.documentElement, 'body');
    if (body === null) {
      throw new Error('The document has no body.');
    }

    return body;
  }

  mark(like: Element, name: 'ins' | 'del'): Element {
    return create(like, name, { id: String(++this.#marks), author: this.author, date: '2026-11-23T08:00:00Z' });
  }

  /** Remembers what `undo` goes back to. */
  remember(): void {
    this.#undo.push(this.#snapshot());
  }

  /** Whether anything is different from what was last remembered; if not, there is nothing to undo. */
  forgetIfSame(): boolean {
    const last = this.#undo.at(-1);
    const now = this.#snapshot();
    const same = last?.document === now.document && last.styles === now.styles && JSON.stringify(last.parts) === JSON.stringify(now.parts);
    if (same) {
      this.#undo.pop();
    }

    return same;
  }

  /** Takes the last change back. Word keeps custom XML parts apart from what it can undo in the text: `parts` says whether they go back too. */
  undo(parts = true): boolean {
    const last = this.#undo.pop();
    if (last !== undefined) {
      this.document = parse(last.document);
      this.styles = last.styles === null ? null : parse(last.styles);
      this.parts = parts ? last.parts.map((part) => ({ ...part })) : this.parts;
    }

    return last !== undefined;
  }

  /** Every paragraph of the body, in reading order. */
  paragraphs(): Element[] {
    return descendants(this.body, ['p'], ['txbxContent']);
  }

  cursor(): Element {
    const all = this.paragraphs();
    const cursor = all.at(this.selected) ?? all.at(-1);
    if (cursor === undefined) {
      throw new Error('The document has no paragraph.');
    }

    return cursor;
  }

  addPart(xml: string, id: string = newId()): XmlPart {
    parse(xml);
    const part = { id: this.parts.some((known) => known.id === id) ? newId() : id, xml };
    this.parts.push(part);
    return part;
  }

  /** Inserts the blocks of a package before a node of a block's parent; brings styles and data along as Word does. */
  insertPackage(flat: string, parent: Element, before: Node | null): Element[] {
    const source = readFlat(flat);
    const blocks = childrenOf(childOf(parse(source.document).documentElement, 'body')).filter((block) => !is(block, 'sectPr'));
    const inserted = this.insertBlocks(blocks, parent, before);
    this.#bringStyles(source.styles);
    source.customXml.forEach((part) => this.addPart(part.xml, part.id));
    return inserted;
  }

  /** Inserts blocks of another document; ids and bookmarks that are taken are renamed or left out. */
  insertBlocks(blocks: readonly Element[], parent: Element, before: Node | null): Element[] {
    return blocks.map((block) => {
      const copy = this.document.importNode(block, true);
      this.#renumber(copy);
      parent.insertBefore(copy, before);
      if (this.on) {
        this.trackInserted(copy);
      }

      return copy;
    });
  }

  trackInserted(block: Element): void {
    for (const row of descendants(block, ['tr'])) {
      const properties = childOf(row, 'trPr') ?? row.insertBefore(create(row, 'trPr'), childrenOf(row).find((child) => is(child, 'tc')) ?? null);
      properties.appendChild(this.mark(row, 'ins'));
    }

    for (const run of descendants(block, ['r'])) {
      const mark = this.mark(run, 'ins');
      run.parentNode?.insertBefore(mark, run);
      mark.appendChild(run);
    }

    for (const paragraph of is(block, 'p') ? [block] : descendants(block, ['p'])) {
      markEnd(paragraph, 'ins', this);
    }
  }

  /** The blocks as Word gives them to an add-in. */
  packageOf(blocks: readonly Element[]): string {
    return writeFlat(`<w:document xmlns:w="${w}"><w:body>${blocks.map(serialize).join('')}<w:p/><w:sectPr/></w:body></w:document>`);
  }

  freeControlId(): string {
    return String(++this.#ids);
  }

  #renumber(root: Element): void {
    const ids = new Set(descendants(this.document, ['sdtPr']).map((properties) => attribute(childOf(properties, 'id'), 'val')));
    for (const properties of descendants(root, ['sdtPr'])) {
      const id = childOf(properties, 'id') ?? append(properties, create(root, 'id'));
      if (ids.has(attribute(id, 'val')) || attribute(id, 'val') === null) {
        setAttribute(id, 'val', this.freeControlId());
      }
    }

    const names = new Set(descendants(this.document, ['bookmarkStart']).map((start) => attribute(start, 'name')));
    let number = Math.max(0, ...descendants(this.document, ['bookmarkStart']).map((start) => Number(attribute(start, 'id'))));
    for (const start of descendants(root, ['bookmarkStart'])) {
      const end = descendants(root, ['bookmarkEnd']).find((mark) => attribute(mark, 'id') === attribute(start, 'id'));
      if (names.has(attribute(start, 'name'))) {
        [start, end].forEach((mark) => { if (mark !== undefined) { remove(mark); } });
      } else {
        number++;
        [start, end].forEach((mark) => { if (mark !== undefined) { setAttribute(mark, 'id', String(number)); } });
      }
    }
  }

  #bringStyles(xml: string | null): void {
    const target = this.styles?.documentElement;
    if (xml === null || target === null || target === undefined) {
      return;
    }

    // The document's own definition wins, whatever it looks like: by name, as Word matches styles.
    const known = new Set(childrenOf(target).map((style) => attribute(childOf(style, 'name'), 'val')?.toLowerCase()));
    for (const style of childrenOf(parse(xml).documentElement).filter((child) => is(child, 'style'))) {
      if (!known.has(attribute(childOf(style, 'name'), 'val')?.toLowerCase())) {
        const copy = this.styles?.importNode(style, true);
        if (copy !== undefined) {
          copy.removeAttributeNS(w, 'default');
          target.appendChild(copy);
        }
      }
    }
  }

  #snapshot(): Snapshot {
    return { document: serialize(this.document), styles: this.styles === null ? null : serialize(this.styles), parts: this.parts.map((part) => ({ ...part })) };
  }
}
