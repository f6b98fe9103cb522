import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/pane/document/compare';
import { decided, proposalOf } from '../../src/pane/document/proposal-model';
import { acceptAll } from '../../src/tables/state';
import type { PaneTexts } from '../../src/texts/pane';
import { paneDe } from '../../src/texts/pane.de';
import { paneEn } from '../../src/texts/pane.en';
import { cause, inDocument, outdated, round, table } from './tables';

const before = table({ g1: ['m1: Radweg bauen', 'm2: Ampel erneuern'], g2: ['m3: Bus takten'] });
const now = table({ g1: ['m1: Radweg breiter bauen', 'm4: Brücke prüfen'], g3: ['m5: Parken ordnen'] });
const kinds = (parts: readonly { readonly kind: string; readonly text: string }[]) => parts.map(({ kind, text }) => `${kind}:${text.trim()}`);

describe('A proposal', () => {
  const entry = entryOf(inDocument(before), outdated(now, { causes: [cause, { item: 'm1', revision: 2, at: '2026-01-05T10:00:00Z', by: 'Herr Kunz', change: 'state', from: 'draft', to: 'agreed' }, { item: 'g2', revision: 2, at: '2026-02-02T10:00:00Z', by: 'Frau Lehmann', change: 'withdrawn' }] }));
  const proposal = proposalOf(entry, paneDe);
  const titled = (title: string) => proposal.plain.find((change) => change.title.startsWith(title));

  it('names every change with its row and column', () => {
    expect(proposal.plain.map(({ title }) => title).sort()).toEqual([
      'Entfällt: Zeile „Ziel g1“, Spalte „Maßnahmen“',
      'Geändert: Zeile „Ziel g1“, Spalte „Maßnahmen“',
      'Neu: Zeile „Ziel g1“, Spalte „Maßnahmen“',
      'Neue Zeile: Zeile „Ziel g3“',
      'Zeile entfällt: Zeile „Ziel g2“',
    ]);
    expect(proposal.summary).toBe('5 Änderungen');
  });

  it('shows what was and what is to be word by word', () => {
    expect(kinds(titled('Geändert')?.texts[0]?.paragraphs[0] ?? [])).toEqual(['same:Radweg', 'added:breiter', 'same:bauen']);
    expect(kinds(titled('Entfällt')?.texts[0]?.paragraphs[0] ?? [])).toEqual(['removed:Ampel erneuern']);
    expect(titled('Neue Zeile')?.texts.map(({ heading, paragraphs }) => [heading, ...paragraphs.flatMap(kinds)])).toEqual([['Ziel', 'added:Ziel g3'], ['Maßnahmen', 'added:Parken ordnen']]);
  });

  it('names per change what caused it, the newest first, with round and revision', () => {
    expect(titled('Geändert')?.causes).toEqual([
      ['Runde „Runde 3“, AG Verkehr, entschieden am 02.04.2026', 'Bearbeitet am 02.04.2026 von Frau Lehmann, Fassung 3', 'Grund: Kosten geklärt'],
      ['Status geändert am 05.01.2026 von Herr Kunz, Fassung 2', 'Entwurf → abgestimmt'],
    ]);
    expect(titled('Zeile entfällt')?.causes[0]?.[0]).toContain('Zurückgezogen');
    expect(titled('Neu:')?.causes).toEqual([]);
  });

  it('says in words that nobody did it: a round that ended, or the system', () => {
    const status = { item: 'm1', revision: 2, at: '2026-01-05T10:00:00Z', change: 'state', from: 'inWorkingGroup', to: 'agreed' };
    const byItself = entryOf(inDocument(before), outdated(now, { causes: [{ ...status, round }, { ...status, at: '2026-01-04T10:00:00Z' }] }));
    const said = (texts: PaneTexts) => proposalOf(byItself, texts).plain.flatMap(({ causes }) => causes).flat().filter((sentence) => sentence.includes('2026'));

    expect(said(paneDe)).toEqual(expect.arrayContaining(['Status geändert am 05.01.2026 durch den Abschluss der Runde, Fassung 2', 'Status geändert am 04.01.2026 vom System, Fassung 2']));
    expect(said(paneEn)).toEqual(expect.arrayContaining(['State changed on 5 Jan 2026 when the round ended, revision 2', 'State changed on 4 Jan 2026 by the system, revision 2']));
  });

  it('counts what would be done', () => {
    const all = acceptAll(entry.plan ?? { shape: false, changes: [], edits: [] });
    expect(decided(all)).toBe(5);
    expect(decided(new Map([...all].map(([id]) => [id, 'reject'])))).toBe(0);
  });
});

describe('A conflict', () => {
  const proposal = proposalOf(entryOf(inDocument(before, (rows) => { rows[0]?.[1]?.splice(0, 1, 'Radweg sofort bauen'); }), outdated(now)), paneDe);

  it('shows mine, what was inserted and what the concept says, and asks', () => {
    expect(proposal.conflicts).toHaveLength(1);
    const [conflict] = proposal.conflicts;
    expect(conflict?.texts.map(({ heading }) => heading)).toEqual(['Im Dokument', 'Zuletzt eingefügt', 'Im Konzept']);
    expect(kinds(conflict?.texts[0]?.paragraphs[0] ?? [])).toEqual(['same:Radweg', 'added:sofort', 'same:bauen']);
    expect(conflict?.choices.map(({ value }) => value)).toEqual(['', 'concept', 'mine', 'own']);
  });

  it('is never part of accepting all', () => {
    expect(proposal.plain.map(({ id }) => id)).not.toContain(proposal.conflicts[0]?.id);
  });
});

describe('An edit by hand', () => {
  it('is listed and stays by default', () => {
    const proposal = proposalOf(entryOf(inDocument(before, (rows) => { rows[1]?.[1]?.splice(0, 1, 'Bus oft'); rows.push([['Eigene Zeile'], ['x']]); }), { instance: 'abcd1234', state: 'current' }), paneDe);
    expect(proposal.summary).toBe('2 Stellen von Hand geändert');
    expect(proposal.edits.map(({ title, choices }) => [title, choices.map(({ value }) => value).join()])).toEqual([
      ['Von Hand geändert: Zeile „Ziel g2“, Spalte „Maßnahmen“', ',concept,own'],
      ['Zeile nur im Dokument: Zeile „Eigene Zeile“', ''],
    ]);
  });
});
