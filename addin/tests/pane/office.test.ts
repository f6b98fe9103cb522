import { describe, expect, it } from 'vitest';
import { associateCommands } from '../../src/pane/commands';
import { findWord, type CommandEvent, type OfficeGlobal, type OfficePlace } from '../../src/pane/office';

const word: OfficeGlobal = { onReady: () => Promise.resolve({ host: 'Word', platform: 'PC' }) };
const never = new Promise<never>(() => undefined);

function place(office: OfficeGlobal | undefined, load: () => Promise<void> = () => Promise.resolve(), wait: () => Promise<void> = () => never): OfficePlace & { asked: string[] } {
  const asked: string[] = [];
  let there: OfficeGlobal | undefined;
  return {
    asked,
    loaded: () => there,
    load: async (source) => {
      asked.push(source);
      await load();
      there = office;
    },
    wait,
  };
}

describe('Finding Word', () => {
  it('loads Office.js from its own network and from nowhere else', async () => {
    const here = place(word);
    expect((await findWord(here, 1)).now).toBe(word);
    expect(here.asked).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js']);
  });

  it('loads it not twice', async () => {
    const here = { ...place(undefined), loaded: () => word };
    expect((await findWord(here, 1)).now).toBe(word);
    expect(here.asked).toEqual([]);
  });

  it.each([
    ['there is no network', place(word, () => Promise.reject(new Error('offline')))],
    ['a plain browser', place({ onReady: () => Promise.resolve({ host: null, platform: null }) })],
    ['another program', place({ onReady: () => Promise.resolve({ host: 'Excel', platform: 'PC' }) })],
    ['something else under its name', place(undefined)],
  ])('helps without it: %s', async (_, here) => {
    const found = await findWord(here, 1);
    expect(found.now).toBeNull();
    expect(await found.late).toBeNull();
  });

  it('does not wait for ever, and says when it comes late', async () => {
    let answer: (ready: { host: string; platform: string }) => void = () => undefined;
    const slow: OfficeGlobal = { onReady: () => new Promise((resolve) => { answer = resolve; }) };
    const found = await findWord(place(slow, undefined, () => Promise.resolve()), 1);

    expect(found.now).toBeNull();
    answer({ host: 'Word', platform: 'PC' });
    expect(await found.late).toBe(slow);
  });
});

describe('A command', () => {
  const started: Record<string, (event?: CommandEvent) => void> = {};
  const office: OfficeGlobal = { ...word, actions: { associate: (id, run) => { started[id] = run; } } };

  it('is completed whatever came of it, and runs from a shortcut, which hands no event', async () => {
    const ran: string[] = [];
    associateCommands(office, {
      insertTable: () => { ran.push('insertTable'); return Promise.resolve(); },
      refreshAll: () => Promise.reject(new Error('failed')),
      checkNow: () => { ran.push('checkNow'); return Promise.resolve(); },
    });
    await new Promise<void>((resolve) => { started.insertTable?.({ completed: resolve }); });
    await new Promise<void>((resolve) => { started.refreshAll?.({ completed: resolve }); });
    started.checkNow?.();

    expect(ran).toEqual(['insertTable', 'checkNow']);
  });
});
