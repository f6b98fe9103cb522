import { button, element } from '../../shared/element';
import type { PaneTexts } from '../../texts/pane';

/** Asks for a token of the local environment: inside Word the pane's address cannot bring one. In Development only. */
export function tokenForm(texts: PaneTexts, given: (token: string) => void): HTMLElement {
  const input = element('input', { type: 'password', id: 'token', autocomplete: 'off', spellcheck: 'false' });
  const take = () => {
    const token = input.value.trim();
    if (token) {
      given(token);
    }
  };
  return element('form', {
    onsubmit: (event) => {
      event.preventDefault();
      take();
    },
  },
  element('p', { class: 'pair' }, element('label', { for: 'token' }, texts.token), ' ', input),
  element('p', { class: 'buttons' }, button(texts.signIn, take, { appearance: 'primary' })));
}
