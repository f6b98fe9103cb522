import type { CommandEvent, OfficeGlobal } from './office';

/** What a ribbon button or a shortcut starts; the ids are those of the manifest and of shortcuts.json. */
export type CommandId = 'insertTable' | 'refreshAll' | 'checkNow';

/**
 * Lets ribbon and shortcuts start our functions. Office waits until an event is completed, whatever came of it.
 * @param commands What each does; rejections are theirs to have said.
 */
export function associateCommands(office: OfficeGlobal, commands: Readonly<Record<CommandId, () => Promise<void>>>): void {
  for (const [id, run] of Object.entries(commands)) {
    office.actions?.associate(id, (event?: CommandEvent) => {
      void run().catch(() => undefined).finally(() => { event?.completed(); });
    });
  }
}

/** Opens the pane where it is closed; a host that cannot leaves it as it is. */
export async function showPane(office: OfficeGlobal): Promise<void> {
  await office.addin?.showAsTaskpane().catch(() => undefined);
}
