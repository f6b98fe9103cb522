import type { Problem } from '../api/problem';
import { button, element, focusOn } from '../shared/element';
import { sentenceOf, type Texts } from '../texts';
import type { Shell } from './shell';

/** What the page is doing and what went wrong. It does one thing at a time; nothing else can be used meanwhile. */
export class Activity {
  private running: AbortController | undefined;

  constructor(private readonly shell: Shell, private readonly texts: Texts) {}

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /**
   * Does something and says so.
   * @returns What came of it; null where something else is under way.
   */
  async run<T>(doing: string, call: (signal: AbortSignal) => Promise<T>, { canBeCancelled }: { readonly canBeCancelled: boolean }): Promise<T | null> {
    if (this.running) {
      return null;
    }

    const running = new AbortController();
    this.running = running;
    this.clear();
    this.show(true);
    this.say(doing, canBeCancelled ? button(this.texts.cancel, () => { running.abort(); }, { size: 'small' }) : undefined);
    try {
      return await call(running.signal);
    } finally {
      this.running = undefined;
      this.show(false);
      this.say('');
    }
  }

  say(sentence: string, control?: HTMLElement): void {
    this.shell.progress.replaceChildren(...[sentence ? element('span', {}, sentence) : null, control].filter((part) => part != null));
  }

  /** @param isKept Whether a file was chosen, which stays. */
  fail(problem: Problem, isKept: boolean, retry?: () => void): void {
    const message = element('fluent-message-bar', { intent: problem.code === 'cancelled' ? 'info' : 'error', layout: 'multiline', role: 'alert' },
      element('strong', {}, this.texts.failed), ' ',
      element('span', {}, sentenceOf(problem, this.texts)), ' ',
      isKept ? element('span', {}, this.texts.nothingLost) : null);
    this.shell.problem.replaceChildren(message, ...(retry ? [element('p', { class: 'buttons' }, button(this.texts.retry, retry))] : []));
    focusOn(message);
  }

  /** Takes a failure away. */
  clear(): void {
    this.shell.problem.replaceChildren();
  }

  private show(busy: boolean): void {
    this.shell.progress.classList.toggle('busy', busy);
    for (const part of [this.shell.form, this.shell.result, this.shell.bar]) {
      part.inert = busy;
    }
  }
}
