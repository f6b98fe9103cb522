import type { Operation } from '../tables/changes';
import type { TableRecord } from '../tables/record';
import { applyOperations } from './apply';
import { DocumentReading } from './controls';
import type { DocumentIdentity, DocumentTable, InsertOrder, LooseTable, WordDocument } from './document';
import { WordFailure } from './failure';
import { changeWord, inWord } from './in-word';
import { insertTable } from './insert';
import { findLoose, relinkTable } from './loose';
import { repairTable } from './repair';
import { replaceTable } from './replace';
import { identityOf, rememberToLoad } from './host';

/** The document in Word, by Office.js. */
export class OfficeDocument implements WordDocument {
  readonly platform: 'desktop' | 'web';

  constructor() {
    this.platform = Office.context.platform === Office.PlatformType.OfficeOnline ? 'web' : 'desktop';
  }

  tables(): Promise<DocumentTable[]> {
    return inWord(async (context) => (await DocumentReading.of(context)).tables());
  }

  insert(order: InsertOrder): Promise<string> {
    return changeWord((context) => insertTable(context, order, this.platform === 'web'));
  }

  goTo(table: DocumentTable): Promise<void> {
    return inWord(async (context) => {
      const control = context.document.contentControls.getByIdOrNullObject(table.key);
      await context.sync();
      if (control.isNullObject) {
        throw new WordFailure('table-gone', table.tag);
      }

      control.select('Start');
      await context.sync();
    });
  }

  apply(table: DocumentTable, operations: readonly Operation[], record: TableRecord | null): Promise<void> {
    return changeWord((context) => applyOperations(context, table, operations, record));
  }

  replace(table: DocumentTable, order: InsertOrder): Promise<void> {
    return changeWord((context) => replaceTable(context, table, order, this.platform === 'web'));
  }

  unlink(table: DocumentTable): Promise<void> {
    return changeWord(async (context) => {
      const document = await DocumentReading.of(context);
      const { control } = document.find(table);
      if (control.cannotDelete) {
        throw new WordFailure('control-locked', table.tag);
      }

      control.delete(true);
      if (document.countOf(table.instance) === 1) {
        document.records.delete(table.instance);
      }

      await context.sync();
    });
  }

  looseTables(): Promise<LooseTable[]> {
    return inWord(findLoose);
  }

  relink(candidate: LooseTable, record: TableRecord): Promise<string> {
    return changeWord((context) => relinkTable(context, candidate, record));
  }

  repair(table: DocumentTable): Promise<void> {
    return changeWord((context) => repairTable(context, table));
  }

  identity(): Promise<DocumentIdentity> {
    return Promise.resolve(identityOf(Office.context.document.url));
  }

  loadOnOpen(): Promise<void> {
    return rememberToLoad();
  }
}
