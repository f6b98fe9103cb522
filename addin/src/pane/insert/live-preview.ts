import type { TableChoice, TablesClient } from '../../api/tables';
import { element } from '../../shared/element';
import { preview } from '../view/preview';
import type { Notices } from '../view/notices';
import type { Ready } from './view';

/** Choices that follow each other quickly, as with arrow keys, ask only once; in milliseconds. */
const pause = 200;

/** Shows the table that is chosen now; an answer that comes too late is never shown. */
export class LivePreview {
  private running: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly place: HTMLElement, private readonly notices: Notices, private readonly client: TablesClient, private readonly changed: (ready: Ready | null) => void) {}

  /** @param otherwise What is said where nothing is chosen. */
  show(choice: TableChoice | null, otherwise: string): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.changed(null);
    this.place.removeAttribute('aria-busy');
    if (!choice) {
      this.place.replaceChildren(element('p', { class: 'soft' }, otherwise));
      return;
    }

    this.timer = setTimeout(() => { void this.load(choice); }, pause);
  }

  private async load(choice: TableChoice): Promise<void> {
    const { texts } = this.notices;
    const running = new AbortController();
    this.running = running;
    this.place.setAttribute('aria-busy', 'true');
    this.notices.say(texts.previewLoading);
    const answer = await this.client.table(choice, running.signal);
    if (this.running !== running || running.signal.aborted) {
      return;
    }

    this.place.removeAttribute('aria-busy');
    this.notices.say('');
    if (answer.problem) {
      this.place.replaceChildren();
      this.notices.fail(answer.problem, () => { this.show(choice, ''); });
      return;
    }

    this.notices.clear();
    this.notices.say(texts.previewRows(answer.value.rows.length));
    this.place.replaceChildren(element('h2', {}, texts.preview), preview(answer.value, texts));
    this.changed({ choice, table: answer.value });
  }
}
