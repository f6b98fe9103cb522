import type { Problem } from '../../api/problem';
import { button, element, focusOn } from '../../shared/element';
import { paneSentenceOf, type PaneTexts } from '../../texts/pane';

/** What goes on and what went wrong, in the two places that are there before any script runs. */
export class Notices {
  constructor(private readonly progress: HTMLElement, private readonly problem: HTMLElement, readonly texts: PaneTexts) {}

  /** Whether something is said to go on. */
  get isBusy(): boolean {
    return this.progress.classList.contains('busy');
  }

  /** Says a sentence; an empty one says nothing any more. */
  say(sentence: string): void {
    this.progress.classList.remove('busy');
    this.progress.replaceChildren(...(sentence ? [element('span', {}, sentence)] : []));
  }

  /** Says what is being done, with a way out where there is one, and how far it is where that is known. */
  busy(sentence: string, cancel?: () => void, done?: { readonly of: number; readonly now: number }): void {
    const bar = done && element('progress', { max: done.of, value: done.now, 'aria-label': sentence });
    const known = this.progress.querySelector('fluent-button');
    this.progress.classList.add('busy');
    const keepsFocus = known !== null && document.activeElement === known;
    const stop = cancel && button(this.texts.cancel, cancel, { size: 'small' });
    this.progress.replaceChildren(element('span', {}, sentence), ...[bar, stop].filter((part) => part !== undefined));
    if (keepsFocus) {
      stop?.focus();
    }
  }

  /** Says why something was not done; the focus goes there. */
  fail(problem: Problem, retry?: () => void): void {
    this.failWith(paneSentenceOf(problem, this.texts), problem.code === 'cancelled', retry, needsSignIn(problem) ? this.texts.signIn : this.texts.retry);
  }

  /** The same with a sentence of its own. */
  failWith(sentence: string, mild = false, retry?: () => void, again = this.texts.retry): void {
    this.say('');
    const message = element('fluent-message-bar', { intent: mild ? 'info' : 'error', layout: 'multiline', role: 'alert' },
      mild ? null : element('strong', {}, this.texts.failed), mild ? null : ' ', element('span', {}, sentence));
    this.problem.replaceChildren(message, element('p', { class: 'buttons' },
      retry && button(again, () => { this.clear(); retry(); }),
      button(this.texts.close, () => { this.clear(); }, { appearance: 'subtle' })));
    focusOn(message);
  }

  /** Says something that stays, without taking the focus: nobody asked for it just now. */
  note(sentence: string): void {
    this.problem.replaceChildren(element('fluent-message-bar', { intent: 'warning', layout: 'multiline', role: 'status' }, element('span', {}, sentence)));
  }

  /** Takes away what was said, but not what still goes on. */
  rest(): void {
    this.clear();
    if (!this.isBusy) {
      this.say('');
    }
  }

  clear(): void {
    this.problem.replaceChildren();
  }
}

function needsSignIn({ code }: Problem): boolean {
  return code === 'unauthenticated' || code.startsWith('sign-in-');
}
