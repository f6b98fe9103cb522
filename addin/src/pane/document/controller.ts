import type { TablesClient } from '../../api/tables';
import { element } from '../../shared/element';
import type { Decision } from '../../tables/changes';
import { newInstance } from '../../tables/tag';
import type { PaneTexts } from '../../texts/pane';
import type { LooseTable, WordDocument } from '../../word/document';
import type { Ready } from '../insert/view';
import type { Memory } from '../memory';
import type { Notices } from '../view/notices';
import { conflictsOf, isRefreshable, stateOf, type Entry } from './entry';
import { captionOf, summaryOf } from './list-model';
import { listView, redraw } from './list-view';
import { codeOf } from './failure';
import { reportOf, type Refreshed } from './refreshed';
import { Session } from './session';
import { Turn, wordSentenceOf } from './turn';

/** What a document pane works with. */
export interface DocumentParts {
  readonly place: HTMLElement;
  readonly notices: Notices;
  readonly word: WordDocument;
  readonly client: TablesClient;
  /** Lasts as long as the browser's session. */
  readonly session: Memory;
  /** Lasts. */
  readonly lasting: Memory;
}

/** The tables of the document in front of the pane: one thing is done at a time, and whatever is done is followed by a look at what is there now. */
export class DocumentController {
  private readonly session: Session;
  private readonly selected = new Set<number>();
  private readonly turn: Turn;
  // Stays where it is while the list is drawn anew: only a place that is there already is read out when it says something else.
  private readonly summary = element('p', { role: 'status' });
  private readonly list = element('div');
  private open: number | null = null;
  private proposals: typeof import('./proposal-view') | undefined;
  private registered = '';

  constructor(private readonly parts: DocumentParts) {
    this.turn = new Turn(parts.place, parts.notices, () => { this.draw(); }, () => { void this.check(false); });
    this.session = new Session(parts.word, parts.client, parts.session);
    parts.place.append(this.summary, this.list);
    this.draw();
  }

  get entries(): readonly Entry[] {
    return this.session.known.entries;
  }

  private get texts(): PaneTexts {
    return this.parts.notices.texts;
  }

  /** Checks every table. @param quiet Whether nobody asked for it. @returns How many are outdated; null where that could not be learnt. */
  async check(quiet: boolean): Promise<number | null> {
    const done = await this.turn.take(this.texts.checking, (signal) => this.look(quiet, signal), quiet);
    return done ? this.entries.filter((entry) => stateOf(entry) === 'outdated').length : null;
  }

  /** Refreshes what needs no decision, in the tables given or in all. @returns What became of it; null where it could not begin. */
  async refresh(chosen: readonly Entry[] | null): Promise<Refreshed | null> {
    let result: Refreshed | null = null;
    await this.turn.take(this.texts.checking, async (signal) => {
      const keys = chosen && new Set(chosen.map(({ table }) => table.key));
      await this.untangle();
      if (!(await this.look(false, signal))) {
        return false;
      }

      const wanted = this.entries.filter((entry) => (keys === null || keys.has(entry.table.key)) && (isRefreshable(entry) || conflictsOf(entry) > 0));
      const ready = wanted.filter(isRefreshable);
      const { word, client, notices } = this.parts;
      const progress = (done: number) => { notices.busy(this.texts.refreshing(done, ready.length), () => { this.turn.stop(); }, { now: done, of: ready.length }); };
      const { refreshAll } = await import('./refresh');
      const refreshed = await refreshAll(word, client, ready, progress, signal);
      result = { ...refreshed, conflicts: wanted.reduce((sum, entry) => sum + conflictsOf(entry), 0) };
      this.selected.clear();
      await this.look(false);
      notices.say(reportOf(result, this.texts));
      return true;
    });
    return result;
  }

  /** Inserts a table at the cursor; from the first on, the document loads the add-in when it is opened. */
  async insert({ choice, table }: Ready): Promise<boolean> {
    const { word, client, notices } = this.parts;
    return this.turn.take(this.texts.inserting, async () => {
      const instance = newInstance();
      const ooxml = await client.ooxml(choice, instance);
      if (ooxml.problem) {
        notices.fail(ooxml.problem);
        return false;
      }

      await word.insert({ table, instance, ooxml: ooxml.value });
      await word.loadOnOpen().catch(() => undefined);
      await this.look(true);
      notices.say(this.texts.inserted(table.title));
      return true;
    });
  }

  /** Shows the proposal of a table, or the list again. */
  async show(key: number | null): Promise<void> {
    this.proposals ??= await import('./proposal-view');
    this.open = key;
    this.draw();
    this.parts.place.querySelector<HTMLElement>('[data-focus="heading"]')?.focus();
  }

  // A copy shares its record with its original: refreshing one would make the other look edited by hand. So copies get a record of their own first.
  private async untangle(): Promise<void> {
    const copies = (await this.parts.word.tables()).filter(({ flags }) => flags.duplicate);
    for (const copy of copies) {
      await this.parts.word.repair(copy);
    }
  }

  private async look(quiet: boolean, signal?: AbortSignal): Promise<boolean> {
    if (!quiet) {
      // Whoever asks again is told again, also where nothing has changed.
      this.summary.textContent = '';
    }

    const { problem, entries } = await this.session.check(quiet, signal);
    if (problem && !quiet) {
      this.parts.notices.fail(problem, () => { void this.check(false); });
    }

    if (!problem && entries.length > 0) {
      await this.register();
    }

    return problem === null;
  }

  private async register(): Promise<void> {
    if (this.parts.lasting.read<boolean>('register') !== true) {
      return;
    }

    const { registration } = await import('./register');
    const answer = await this.parts.client.register(registration(await this.parts.word.identity(), this.entries));
    this.registered = answer.problem ? this.texts.registerFailed : this.texts.registered(this.texts.instant(new Date()));
  }

  private async agree(agreed: boolean): Promise<void> {
    this.parts.lasting.write('register', agreed);
    this.registered = '';
    if (agreed && this.session.known.problem === null) {
      await this.register();
    }

    this.draw();
  }

  private async apply(entry: Entry, decisions: Map<string, Decision>): Promise<void> {
    await this.change(this.texts.applying, async () => {
      const { applyTo } = await import('./refresh');
      return this.texts.applied(await applyTo(this.parts.word, entry, decisions));
    }, entry.table.key);
  }

  private async replace(entry: Entry): Promise<void> {
    await this.change(this.texts.applying, async () => {
      const { replaceTable } = await import('./refresh');
      return this.texts.applied(await replaceTable(this.parts.word, this.parts.client, entry));
    });
  }

  private async repair(entry: Entry): Promise<void> {
    const { record, flags } = entry.table;
    const isLost = record === null && !flags.damaged && !flags.nested && !flags.duplicate;
    await this.change(this.texts.applying, async () => {
      const { applyTo } = await import('./refresh');
      await (isLost ? applyTo(this.parts.word, entry, new Map()) : this.parts.word.repair(entry.table));
      return this.texts.repaired;
    });
  }

  private async unlink(entry: Entry): Promise<void> {
    const caption = captionOf(entry, this.texts);
    const { confirm } = await import('../view/confirm');
    if (await confirm(this.texts.unlinkAsk(caption), this.texts.unlinkWhat, this.texts.unlinkYes, this.texts)) {
      await this.change(this.texts.applying, async () => {
        await this.parts.word.unlink(entry.table);
        return this.texts.unlinked(caption);
      });
    }
  }

  private async relink(loose: LooseTable, index: number): Promise<void> {
    const record = loose.records[index];
    if (record) {
      await this.change(this.texts.applying, async () => {
        await this.parts.word.relink(loose, record);
        return this.texts.relinked;
      });
    }
  }

  /** Changes something in the document, looks again and says what was done. @param stay The table whose proposal stays open while something is left in it. */
  private async change(doing: string, action: () => Promise<string>, stay: number | null = null): Promise<void> {
    await this.turn.take(doing, async () => {
      const said = await action();
      await this.look(true);
      const left = this.entries.find(({ table }) => table.key === stay)?.plan?.changes.length ?? 0;
      this.open = stay !== null && left > 0 ? stay : null;
      this.parts.notices.say(left > 0 ? `${said} ${this.texts.appliedOpen(left)}` : said);
      return true;
    });
  }

  private draw(): void {
    const { known } = this.session;
    const standing = summaryOf(known.entries, known.checkedAt, known.problem !== null, this.texts).sentences.join(' ');
    if (this.summary.textContent !== standing) {
      this.summary.textContent = standing;
    }

    const entry = this.entries.find(({ table }) => table.key === this.open);
    const parts = entry && this.proposals ? [this.proposals.proposalView(entry, {
      back: () => { void this.show(null); },
      goTo: () => { void this.goTo(entry); },
      apply: (decisions) => { void this.apply(entry, decisions); },
      replace: () => { void this.replace(entry); },
    }, this.texts)] : listView(known, this.selected, {
      check: () => { void this.check(false); },
      refresh: (entries) => { void this.refresh(entries); },
      open: ({ table }) => { void this.show(table.key); },
      goTo: (chosen) => { void this.goTo(chosen); },
      repair: (chosen) => { void this.repair(chosen); },
      unlink: (chosen) => { void this.unlink(chosen); },
      relink: (loose, index) => { void this.relink(loose, index); },
      register: { agreed: this.parts.lasting.read<boolean>('register') === true, said: this.registered, agree: (agreed) => { void this.agree(agreed); } },
    }, this.texts);
    redraw(this.list, parts);
  }

  private async goTo({ table }: Entry): Promise<void> {
    await this.parts.word.goTo(table).catch((error: unknown) => { this.parts.notices.failWith(wordSentenceOf(codeOf(error), this.texts)); });
  }
}

