import { button, element } from '../../shared/element';
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
