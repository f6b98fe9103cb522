import type { DocumentIdentity } from './document';
import { WordFailure } from './failure';

/** A document's name and link, by the address Office knows it by; a file on a disk has no link that others could open. */
export function identityOf(url: string | null | undefined): DocumentIdentity {
  const address = url ?? '';
  const last = address.split(/[\\/]/).at(-1)?.split('?')[0] ?? '';
  const link = /^https:\/\//i.test(address) ? address : null;
  try {
    return { name: link === null ? last : decodeURIComponent(last), link };
  } catch {
    // A percent sign that belongs to the name.
    return { name: last, link };
  }
}

/**
 * From now on the document loads the add-in when it is opened, without opening the pane. Where there is no shared runtime the document
 * can only open the pane itself.
 */
export async function rememberToLoad(): Promise<void> {
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) {
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    return;
  }

  const { settings } = Office.context.document;
  if (settings.get('Office.AutoShowTaskpaneWithDocument') !== true) {
    settings.set('Office.AutoShowTaskpaneWithDocument', true);
    await new Promise<void>((resolve, reject) => {
      settings.saveAsync((result) => {
        if (result.status === Office.AsyncResultStatus.Failed) {
          reject(new WordFailure('word-failed', result.error.message));
        } else {
          resolve();
        }
      });
    });
  }
}
