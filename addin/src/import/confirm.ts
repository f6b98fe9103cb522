import type { ImportReport } from '../api/types';
import { button, element, newId } from '../shared/element';
import type { Texts } from '../texts';

/** What is asked before something is written. */
export interface Confirmation {
  readonly file: string;
  readonly concept: string;
  readonly report: ImportReport;
}

/**
 * Asks whether to import.
 * @returns How; or null where somebody thought better of it. The focus goes back to where it was.
 */
export function confirmImport(asked: Confirmation, texts: Texts): Promise<'atomic' | 'partial' | null> {
  const { created, updated, rejected, list } = asked.report;
  const open = list?.questions.filter(({ blocks }) => blocks).length ?? 0;
  const isPartial = open > 0 || rejected > 0;
  const heading = newId('confirm');
  return new Promise((resolve) => {
    const agree = element('input', { type: 'checkbox', onchange: () => { allow(agree.checked); } });
    const yes = button(texts.confirmYes, () => {
      if (!isPartial || agree.checked) {
        dialog.close(isPartial ? 'partial' : 'atomic');
      }
    }, { appearance: 'primary' });
    const dialog = element('dialog', {
      'aria-labelledby': heading,
      onclose: () => {
        dialog.remove();
        resolve(dialog.returnValue === 'atomic' || dialog.returnValue === 'partial' ? dialog.returnValue : null);
      },
    },
    element('h2', { id: heading }, texts.confirmHeading),
    element('p', {}, texts.confirm(asked.file, asked.concept)),
    element('p', {}, texts.confirmCounts(created.measures ?? 0, updated.measures ?? 0)),
    isPartial && element('p', {}, texts.confirmOpen(open, rejected)),
    isPartial && element('p', {}, element('label', {}, agree, ' ', texts.confirmPartial)),
    element('p', { class: 'buttons' }, yes, button(texts.confirmNo, () => { dialog.close(''); }, { autofocus: true })));
    allow(!isPartial);
    document.body.append(dialog);
    dialog.showModal();

    function allow(allowed: boolean): void {
      yes.toggleAttribute('disabled-focusable', !allowed);
      yes.setAttribute('aria-disabled', String(!allowed));
    }
  });
}
