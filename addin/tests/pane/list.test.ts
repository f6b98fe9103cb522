import { describe, expect, it } from 'vitest';
import type { TableStatusView } from '../../src/api/documents';
import { entryOf } from '../../src/pane/document/compare';
import { isRefreshable, stateOf } from '../../src/pane/document/entry';
import { listedTable, summaryOf } from '../../src/pane/document/list-model';
import { paneDe } from '../../src/texts/pane.de';
import { paneEn } from '../../src/texts/pane.en';
import { inDocument, outdated, table } from './tables';

const before = table({ g1: ['m1: Radweg bauen', 'm2: Ampel erneuern'], g2: ['m3: Bus takten'] });
const now = table({ g1: ['m1: Radweg breiter bauen', 'm2: Ampel erneuern'], g2: ['m3: Bus takten'] }, '2026-04-02T10:00:00Z');
const current: TableStatusView = { instance: 'abcd1234', state: 'current' };

describe('A table in the list', () => {
  it('says what changed since when and by which round', () => {
    const entry = entryOf(inDocument(before), outdated(now));

    expect(listedTable(entry, paneDe)).toMatchObject({ state: 'outdated', sentences: ['1 Maßnahme geändert seit 12.03., Runde AG Verkehr.'], refreshable: true, proposal: 'Vorschlag ansehen', flags: [] });
    expect(listedTable(entry, paneEn).sentences).toEqual(['1 measure changed since 12 Mar, round AG Verkehr.']);
  });

  it('calls goals goals', () => {
    const status = outdated(now, { causes: [{ item: 'g1', revision: 2, at: '2026-04-02T10:00:00Z', by: 'X', change: 'edited' }] });
    expect(listedTable(entryOf(inDocument(before), status), paneDe).sentences[0]).toMatch(/^1 Ziel geändert/);
  });

  it('is current when it shows what was recorded and the concept agrees', () => {
    const shown = listedTable(entryOf(inDocument(before), current), paneDe);
    expect(shown).toMatchObject({ state: 'current', refreshable: false, proposal: null, sentences: ['Entspricht dem Konzept, Stand 12.03.2026.'] });
  });

  it('is edited when somebody wrote into it and the concept did not change', () => {
    const shown = listedTable(entryOf(inDocument(before, (rows) => { rows[1]?.[1]?.splice(0, 1, 'Bus öfter fahren lassen'); }), current), paneDe);
    expect(shown).toMatchObject({ state: 'edited', refreshable: false, proposal: 'Änderungen von Hand ansehen', sentences: ['1 Stelle von Hand geändert.'] });
  });

  it('is a conflict, and nothing to refresh without a question, where both wrote in the same place', () => {
    const entry = entryOf(inDocument(before, (rows) => { rows[0]?.[1]?.splice(0, 1, 'Mein Radweg'); }), outdated(now));
    expect(listedTable(entry, paneDe)).toMatchObject({ state: 'outdated', refreshable: false });
    expect(listedTable(entry, paneDe).sentences).toContain('1 Konflikt mit Änderungen von Hand.');
  });

  it.each([
    ['unknown-concept', 'Das Konzept gibt es nicht (mehr), oder Sie dürfen es nicht lesen.'],
    ['something-new', 'Warum, sagt der Dienst nicht.'],
  ])('says why it is unknown: %s', (reason, sentence) => {
    expect(listedTable(entryOf(inDocument(before), { instance: 'abcd1234', state: 'unknown', reason }), paneDe)).toMatchObject({ state: 'unknown', sentences: [sentence], refreshable: false, proposal: null });
  });

  it('was never checked while the service was never asked', () => {
    expect(stateOf(entryOf(inDocument(before), null))).toBe('unchecked');
  });

  it('whose record is lost asks about every difference, and is mended without a question where there is none', () => {
    const differs = listedTable(entryOf(inDocument(before, undefined, { lost: true }), outdated(now, { state: 'unknown', reason: 'record-lost' })), paneDe);
    expect(differs).toMatchObject({ state: 'outdated', proposal: 'Unterschiede entscheiden', flags: [{ key: 'recordLost', repairable: false }] });

    const agrees = listedTable(entryOf(inDocument(before, undefined, { lost: true }), outdated(before, { state: 'unknown', reason: 'record-lost' })), paneDe);
    expect(agrees).toMatchObject({ state: 'current', flags: [{ key: 'recordLost', repairable: true }] });
  });

  it('that is damaged is compared with nothing', () => {
    const entry = entryOf(inDocument(before, undefined, { flags: { duplicate: true, nested: false, damaged: true } }), outdated(now));
    expect(listedTable(entry, paneDe).flags.map(({ key }) => key)).toEqual(['damaged', 'duplicate']);
    expect(isRefreshable(entry)).toBe(false);
  });

  it('of other columns can only be replaced, by itself where nothing was edited', () => {
    const wide = { ...now, columns: [...now.columns, { key: 'cost', heading: 'Kosten', share: 10, numeric: true }], rows: now.rows.map((row) => ({ ...row, cells: [...row.cells, { items: [] }] })) };
    const untouched = entryOf(inDocument(before), outdated(wide));
    expect(listedTable(untouched, paneDe).sentences).toContain(paneDe.shapeChanged);
    expect(isRefreshable(untouched)).toBe(true);
    expect(isRefreshable(entryOf(inDocument(before, (rows) => { rows[0]?.[1]?.splice(0, 1, 'Meins'); }), outdated(wide)))).toBe(false);
  });

  it('without a caption is still called something', () => {
    expect(listedTable(entryOf(inDocument(before, undefined, { caption: '', title: '' }), null), paneDe).caption).toBe('Tabelle ohne Beschriftung');
  });
});

describe('The list', () => {
  const entries = [entryOf(inDocument(before), outdated(now)), entryOf(inDocument(before), current), entryOf(inDocument(before), { instance: 'x', state: 'unknown' })];

  it('counts what is outdated and what is unknown', () => {
    const summary = summaryOf(entries, '2026-04-03T08:00:00Z', false, paneDe);
    expect(summary.sentences).toEqual(['Geprüft 03.04.26, 10:00: 1 von 3 Tabellen veraltet. Bei 1 Tabelle ist der Stand unbekannt.']);
    expect(summary.refreshable).toBe(1);
  });

  it('says since when it knows what it knows while the service is away', () => {
    expect(summaryOf(entries, '2026-04-03T08:00:00Z', true, paneDe).sentences[0]).toContain('galt am 03.04.26, 10:00');
    expect(summaryOf(entries, null, true, paneDe).sentences[0]).toBe(paneDe.neverStale);
    expect(summaryOf([], null, false, paneDe).sentences).toEqual([paneDe.none]);
  });
});
