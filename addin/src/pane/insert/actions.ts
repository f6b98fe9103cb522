import type { TableFormat, TablesClient } from '../../api/tables';
import { button, element } from '../../shared/element';
import { saveFile } from '../../shared/save';
import type { Notices } from '../view/notices';
import { fileName } from './choice';
import { copyOf, toClipboard } from './clipboard';
import type { Ready } from './view';

/** Buttons for the table that is shown. They stay where they are while there is none, so that no focus is lost. */
export class TableActions {
  private ready: Ready | null = null;
  private readonly buttons: readonly HTMLElement[];

  constructor(place: HTMLElement, actions: readonly { readonly text: string; readonly primary?: boolean; readonly run: (ready: Ready) => Promise<void> }[]) {
    this.buttons = actions.map(({ text, primary, run }) => button(text, () => {
      if (this.ready) {
        void run(this.ready);
      }
    }, primary ? { appearance: 'primary' } : {}));
    place.replaceChildren(element('div', { class: 'buttons' }, ...this.buttons));
    this.show(null);
  }

  show(ready: Ready | null): void {
    this.ready = ready;
    for (const each of this.buttons) {
      each.toggleAttribute('disabled-focusable', ready === null);
      each.setAttribute('aria-disabled', String(ready === null));
    }
  }
}

/** What can be done with a table in a plain browser: copy it, download it. */
export function viewerActions(place: HTMLElement, notices: Notices, client: TablesClient): TableActions {
  const { texts } = notices;
  const formats: readonly TableFormat[] = ['docx', 'csv', 'html'];
  return new TableActions(place, [
    { text: texts.copy, primary: true, run: (ready) => copy(ready, notices) },
    ...formats.map((format) => ({ text: texts.downloadAs[format] ?? format, run: (ready: Ready) => download(ready, format, notices, client) })),
  ]);
}

async function copy({ table }: Ready, notices: Notices): Promise<void> {
  const { texts } = notices;
  if (await toClipboard(copyOf(table, table.asOf ? texts.stand(texts.day(new Date(table.asOf))) : ''))) {
    notices.clear();
    notices.say(texts.copied);
  } else {
    notices.fail({ code: 'clipboard', status: 0 });
  }
}

async function download({ choice, table }: Ready, format: TableFormat, notices: Notices, client: TablesClient): Promise<void> {
  const answer = await client.file(choice, format);
  if (answer.problem) {
    notices.fail(answer.problem, () => { void download({ choice, table }, format, notices, client); });
    return;
  }

  const name = fileName(table.title, format);
  saveFile(answer.value, name);
  notices.clear();
  notices.say(notices.texts.downloaded(name));
}
