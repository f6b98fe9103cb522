import { button, element } from '../shared/element';
import type { Texts } from '../texts';

/** What can be done with a list that was read. */
export interface Actions {
  readonly readAgain: () => void;
  readonly download: () => void;
  readonly load: () => void;
  readonly import: () => void;
}

/** The buttons below the result. What has not been seen cannot be imported: a decision has to be read first. */
export class ActionBar {
  private readonly state: HTMLElement;
  private readonly again: HTMLElement;
  private readonly take: HTMLElement;
  private unread = 0;

  constructor(private readonly place: HTMLElement, private readonly texts: Texts, actions: Actions) {
    this.state = element('p', { id: 'unread', role: 'status' });
    this.again = button(texts.readAgain, actions.readAgain);
    this.take = button(texts.import, () => {
      if (this.unread === 0) {
        actions.import();
      }
    }, { 'aria-describedby': 'unread' });
    this.place.hidden = true;
    this.place.append(element('section', { class: 'bar', 'aria-label': texts.actions },
      this.state,
      element('div', { class: 'buttons' }, this.again, this.take, button(texts.download, actions.download, { appearance: 'subtle' }), button(texts.load, actions.load, { appearance: 'subtle' }))));
  }

  /** @param unread How many decisions the reading shown does not know. */
  show(unread: number): void {
    this.unread = unread;
    this.place.hidden = false;
    this.state.textContent = unread === 0 ? this.texts.unread(0) : `${this.texts.unread(unread)} ${this.texts.readFirst}`;
    this.again.setAttribute('appearance', unread === 0 ? 'outline' : 'primary');
    this.take.setAttribute('appearance', unread === 0 ? 'primary' : 'outline');
    this.take.toggleAttribute('disabled-focusable', unread > 0);
    this.take.setAttribute('aria-disabled', String(unread > 0));
  }

  hide(): void {
    this.place.hidden = true;
  }
}
