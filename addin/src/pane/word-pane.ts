import type { TablesClient } from '../api/tables';
import type { WordDocument } from '../word/document';
import { associateCommands, showPane } from './commands';
import { DocumentController } from './document/controller';
import { TableActions } from './insert/actions';
import type { Chosen } from './insert/choice';
import { InsertView } from './insert/view';
import { Memory, storageOf } from './memory';
import type { OfficeGlobal } from './office';
import type { Shell } from './shell';
import type { Notices } from './view/notices';
import { Tabs } from './view/tabs';

/** The pane inside Word. */
export async function startInWord(shell: Shell, notices: Notices, client: TablesClient, office: OfficeGlobal, word: WordDocument): Promise<void> {
  const { texts } = notices;
  const { name, link } = await word.identity().catch(() => ({ name: '', link: null }));
  const named = link ?? name;
  const lasting = new Memory(storageOf('localStorage'), named);
  const tabs = new Tabs(shell.tabs, () => { notices.rest(); });
  const tables = new DocumentController({ place: shell.tables, notices, word, client, session: new Memory(storageOf('sessionStorage'), named), lasting });

  const actions = new TableActions(shell.actions, [{
    text: texts.insertHere,
    primary: true,
    run: async (ready) => {
      if (await tables.insert(ready)) {
        lasting.write('choice', ready.choice);
      }
    },
  }]);
  const insert = new InsertView(shell, notices, client, (ready) => { actions.show(ready); });

  associateCommands(office, {
    insertTable: async () => {
      tabs.show('tab-insert');
      await showPane(office);
      shell.concept.focus();
    },

    // Word has no place to say something but the pane. It opens where somebody has to look: at conflicts, failures, or when nothing could be done.
    refreshAll: async () => {
      tabs.show('tab-tables');
      const result = await tables.refresh(null);
      if (!result || result.conflicts > 0 || result.failed > 0 || result.tables === 0) {
        await showPane(office);
      }
    },
    checkNow: async () => {
      tabs.show('tab-tables');
      await showPane(office);
      await tables.check(false);
    },
  });

  await Promise.all([insert.start(lasting.read<Chosen>('choice')), openingCheck(tables, tabs, office)]);
}

// Once, when the document is opened: nobody asked, so nothing is said unless there is something to do.
async function openingCheck(tables: DocumentController, tabs: Tabs, office: OfficeGlobal): Promise<void> {
  const outdated = await tables.check(true);
  if (tables.entries.length > 0) {
    tabs.show('tab-tables');
  }

  if (outdated !== null && outdated > 0) {
    await showPane(office);
  }
}
