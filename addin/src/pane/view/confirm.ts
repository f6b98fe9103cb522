import { button, element, newId } from '../../shared/element';
import type { PaneTexts } from '../../texts/pane';

/** Asks before something that cannot be taken back here; the focus goes back to where it was. */
export function confirm(question: string, what: string, yes: string, texts: PaneTexts): Promise<boolean> {
  const heading = newId('confirm');
  return new Promise((resolve) => {
    const dialog = element('dialog', {
      'aria-labelledby': heading,
      'onclose': () => {
        dialog.remove();
        resolve(dialog.returnValue === 'yes');
      },
    },
    element('h2', { id: heading }, question),
    element('p', {}, what),
    element('div', { class: 'buttons' },
      button(yes, () => { dialog.close('yes'); }, { appearance: 'primary' }),
      button(texts.cancel, () => { dialog.close(''); }, { autofocus: true })));
    document.body.append(dialog);
    dialog.showModal();
  });
}
