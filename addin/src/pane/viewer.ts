import type { TablesClient } from '../api/tables';
import { FileView } from './file/view';
import { viewerActions } from './insert/viewer-actions';
import type { Chosen } from './insert/choice';
import { InsertView } from './insert/view';
import { Memory, storageOf } from './memory';
import { nameForViewer, type Shell } from './shell';
import type { Notices } from './view/notices';
import { Tabs } from './view/tabs';
import { element } from '../shared/element';

/** The page in a plain browser: tables to look at, copy and download, and files to check. */
export async function startViewer(shell: Shell, notices: Notices, client: TablesClient): Promise<void> {
  nameForViewer(notices.texts);
  const hint = element('p', { class: 'soft', id: 'viewer' }, notices.texts.viewer);
  shell.tabs.before(hint);
  const tabs = new Tabs(shell.tabs, () => { notices.rest(); });
  tabs.show('tab-insert');
  new FileView(shell.tables, notices, client);
  const memory = new Memory(storageOf('localStorage'), 'viewer');
  const actions = viewerActions(shell.actions, notices, client);
  const insert = new InsertView(shell, notices, client, (ready) => {
    actions.show(ready);
    if (ready) {
      memory.write('choice', ready.choice);
    }
  });
  await insert.start(memory.read<Chosen>('choice'));
}
