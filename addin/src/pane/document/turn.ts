import type { PaneTexts } from '../../texts/pane';
import type { Notices } from '../view/notices';
import { codeOf } from './failure';

/** One thing is done at a time in a document; what Word refuses is said. */
export class Turn {
  private running: AbortController | undefined;

  /**
   * @param drawn Draws what is known afterwards.
   * @param again Looks at the document again: after a failure it may be another one.
   */
  constructor(private readonly place: HTMLElement, private readonly notices: Notices, private readonly drawn: () => void, private readonly again: () => void) {}

  /**
   * Does something, unless something else is being done.
   * @param quiet Whether nobody asked: then nothing is said.
   * @returns Whether it was done.
   */
  async take(doing: string, action: (signal: AbortSignal) => Promise<boolean>, quiet = false): Promise<boolean> {
    if (this.running) {
      return false;
    }

    const running = new AbortController();
    this.running = running;
    this.notices.clear();
    if (!quiet) {
      this.notices.busy(doing, () => { running.abort(); });
    }

    this.place.setAttribute('aria-busy', 'true');
    const failures: string[] = [];
    const done = await action(running.signal).catch((error: unknown) => {
      failures.push(codeOf(error));
      return false;
    });
    this.running = undefined;
    this.place.removeAttribute('aria-busy');
    if (!done || quiet || this.notices.isBusy) {
      this.notices.say('');
    }

    this.drawn();
    const [failure] = failures;
    if (failure !== undefined && !quiet) {
      this.notices.failWith(wordSentenceOf(failure, this.notices.texts), false, this.again, this.notices.texts.checkNow);
    }

    return done;
  }

  /** Stops what is being done as soon as it can. */
  stop(): void {
    this.running?.abort();
  }
}

/** What failed in a document, as a sentence. */
export function wordSentenceOf(code: string, texts: PaneTexts): string {
  return texts.wordFailure[code] ?? texts.problem[code] ?? texts.wordFailure['word-failed'] ?? code;
}
