import type { ShownRow, ShownTable } from '../tables/changes';
import { normalize, sameTexts } from '../tables/normalize';
import { seenRows } from './shown-ooxml';

/** A paragraph that is shown, and the one in Word that holds it. */
export interface ReadParagraph {
  readonly text: string;
  readonly paragraph: Word.Paragraph;
  /** Paragraphs before it whose ends are marked as deleted: what they say is part of it. */
  readonly before: readonly Word.Paragraph[];
  /** Word has exactly this text in it; otherwise it also holds text that is only marked as deleted. */
  readonly isPlain: boolean;
}

export interface ReadRow {
  /** Its place among the table's rows in Word. */
  readonly place: number;
  readonly cells: readonly (readonly ReadParagraph[])[];
}

/** Where a table is looked for: a control of ours, or the range of a table without one. */
type Place = Word.ContentControl | Word.Range;

/**
 * Reads what a table shows in two batches, three where it holds tracked changes: `ask`, sync, and while `askMore` says so, sync again.
 * Many readings share the batches, so their number does not grow with the number of tables.
 */
export class TableReading {
  readonly #place: Place;
  readonly #paragraphs: Word.ParagraphCollection;
  readonly #tables: Word.TableCollection;
  readonly #current: OfficeExtension.ClientResult<string>;
  readonly #original: OfficeExtension.ClientResult<string>;
  #ooxml: OfficeExtension.ClientResult<string> | null = null;

  constructor(place: Place) {
    this.#place = place;

    // Asked of each paragraph and not as table.values: that is slow beyond 10 × 10 cells (OfficeDev/office-js#2279) and loses paragraphs.
    this.#paragraphs = place.paragraphs.load('items/text,items/tableNestingLevel,items/parentTableCellOrNullObject/rowIndex,items/parentTableCellOrNullObject/cellIndex');
    this.#tables = place.tables.load('items/rowCount,items/nestingLevel,items/style');
    this.#current = place.getReviewedText('Current');
    this.#original = place.getReviewedText('Original');
  }

  /** After the first sync: whether another one is needed. */
  askMore(): boolean {
    const table = this.table;

    // Where the same words are struck out and put in, both reviewed texts are equal; the paragraphs' own hold them twice.
    const current = this.#current.value;
    if (table !== null && (current !== this.#original.value || letters(current) !== letters(this.#paragraphs.items.map(({ text }) => text).join('')))) {
      this.#ooxml = table.getRange().getOoxml();
    }

    return this.#ooxml !== null;
  }

  /** The one table there is; null where there is none or more than one. */
  get table(): Word.Table | null {
    return this.#tables.items.length === 1 ? (this.#tables.items[0] ?? null) : null;
  }

  get tables(): readonly Word.Table[] {
    return this.#tables.items;
  }

  /** The paragraph with text right above the table; null where there is none. */
  get caption(): Word.Paragraph | null {
    const level = this.#level;
    const first = this.#paragraphs.items.findIndex((paragraph) => paragraph.tableNestingLevel >= level);
    return this.#paragraphs.items.slice(0, Math.max(first, 0)).filter((paragraph) => normalize(paragraph.text) !== '').at(-1) ?? null;
  }

  /** Paragraphs behind the table, within the control. */
  get trailing(): readonly Word.Paragraph[] {
    const level = this.#level;
    const last = this.#paragraphs.items.map((paragraph) => paragraph.tableNestingLevel >= level).lastIndexOf(true);
    return last < 0 ? [] : this.#paragraphs.items.slice(last + 1);
  }

  /** Every row that is seen, header included. */
  get rows(): ReadRow[] {
    if (this.table === null) {
      return [];
    }

    const cells = this.#cells();
    if (this.#ooxml === null) {
      return cells.map((row, place) => ({ place, cells: row.map((cell) => cell.map((paragraph) => ({ text: paragraph.text, paragraph, before: [], isPlain: true }))) }));
    }

    return seenRows(this.#ooxml.value).map(({ place, cells: seen }) => ({
      place,
      cells: seen.map((cell, column) =>
        cell.flatMap((one) => {
          const before = cells[place]?.[column]?.slice(one.first, one.place + 1) ?? [];
          const paragraph = before.pop();
          return paragraph === undefined ? [] : [{ text: one.text, paragraph, before, isPlain: paragraph.text === one.text }];
        }),
      ),
    }));
  }

  /** What people see; the first row is the header. */
  get shown(): ShownTable {
    const [header, ...rows] = this.rows.map((row) => row.cells.map((cell) => cell.map((paragraph) => paragraph.text)));
    return { headings: header?.map((cell) => cell.filter((text) => normalize(text) !== '').join(' ')) ?? [], rows };
  }

  /** Where the reading looked. */
  get place(): Place {
    return this.#place;
  }

  get #level(): number {
    return Math.min(...this.#tables.items.map((table) => table.nestingLevel));
  }

  /** Paragraphs by row and cell as Word has them; those of a table within a cell belong to the cell. */
  #cells(): Word.Paragraph[][][] {
    const level = this.#level;
    const grid: Word.Paragraph[][][] = Array.from({ length: this.table?.rowCount ?? 0 }, () => []);
    let target: Word.Paragraph[] | undefined;
    for (const paragraph of this.#paragraphs.items.filter((one) => one.tableNestingLevel >= level)) {
      if (paragraph.tableNestingLevel === level) {
        const cell = paragraph.parentTableCellOrNullObject;
        const row = grid[cell.rowIndex] ?? [];
        target = row[cell.cellIndex] ??= [];
      }

      target?.push(paragraph);
    }

    return grid;
  }
}

/** Without what stands between paragraphs and cells, which Word writes differently in the texts of ranges and of paragraphs. */
const letters = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, '');

/** Whether two snapshots read the same. */
export const sameShown = (a: ShownTable, b: ShownTable): boolean => sameRow([a.headings], [b.headings]) && a.rows.length === b.rows.length && a.rows.every((row, place) => sameRow(row, b.rows[place] ?? []));

const sameRow = (a: ShownRow, b: ShownRow): boolean => a.length === b.length && a.every((cell, column) => sameTexts(cell, b[column] ?? []));
