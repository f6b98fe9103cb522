import type { TableFormat, TablesClient } from '../../api/tables';
import { saveFile } from '../../shared/save';
import type { Notices } from '../view/notices';
import { TableActions } from './actions';
import { fileName } from './choice';
import { copyOf, toClipboard } from './clipboard';
import type { Ready } from './view';

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
