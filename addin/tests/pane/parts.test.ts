import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { askedOf } from '../../src/pane/document/asked';
import { entryOf } from '../../src/pane/document/compare';
import { registration } from '../../src/pane/document/register';
import { copyOf } from '../../src/pane/insert/clipboard';
import { Memory } from '../../src/pane/memory';
import { paneDe } from '../../src/texts/pane.de';
import { paneEn } from '../../src/texts/pane.en';
import { inDocument, table } from './tables';

describe('The clipboard', () => {
  it('gets markup that is safe, and text in columns', () => {
    const copied = copyOf(table({ g1: ['m1: <b>Radweg</b> & "Weg"', 'm2: Ampel'] }), 'Stand: 12.03.2026');
    expect(copied.html).toContain('<p style="margin:0">&lt;b&gt;Radweg&lt;/b&gt; &amp; &quot;Weg&quot;</p><p style="margin:0">Ampel</p>');
    expect(copied.text.split('\r\n')).toEqual(['Ziele und Maßnahmen: Verkehr – Stand: 12.03.2026', 'Ziel\tMaßnahmen', 'Ziel g1\t<b>Radweg</b> & "Weg"; Ampel']);
  });
});

describe('The register', () => {
  const entry = entryOf(inDocument(table({ g1: ['m1: Radweg', 'm2: Ampel'] })), null);

  it('is told revisions, and nothing of the text', () => {
    const told = registration({ name: 'Entwurf 4.docx', link: 'https://town.example/Entwurf%204.docx' }, [entry]);
    expect(told.tables[0]?.items).toEqual([{ key: 'g1', revision: 1 }, { key: 'm1', revision: 1 }, { key: 'm2', revision: 1 }]);
    expect(JSON.stringify(told)).not.toContain('Radweg');
  });

  it('is told no address that only one computer knows', () => {
    expect(registration({ name: 'a.docx', link: 'file:///C:/a.docx' }, [entry])).not.toHaveProperty('link');
  });
});

describe('What the API is asked', () => {
  it('names a table whose record is lost by its tag alone', () => {
    expect(askedOf(inDocument(table({}), undefined, { lost: true }))).toEqual({ instance: 'abcd1234', tag: 'insek:1:torgau:abcd1234:sector-measures:sector=verkehr' });
  });
});

describe('Memory', () => {
  it('is kept by document, and a browser that keeps nothing only forgets', () => {
    const stored = new Map<string, string>();
    const storage = { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => { stored.set(key, value); } };
    new Memory(storage, 'a').write('choice', { concept: 'torgau' });

    expect(new Memory(storage, 'a').read('choice')).toEqual({ concept: 'torgau' });
    expect(new Memory(storage, 'b').read('choice')).toBeNull();
    const full = new Memory({ getItem: () => '{', setItem: () => { throw new Error('full'); } }, 'a');
    expect(() => { full.write('x', 1); }).not.toThrow();
    expect(full.read('x')).toBeNull();
    expect(new Memory(null, 'a').read('x')).toBeNull();
  });
});

describe('The texts', () => {
  it('name the same codes in both languages', () => {
    for (const list of ['problem', 'reason', 'flag', 'state', 'wordFailure', 'changeKind', 'cause', 'itemState', 'downloadAs'] as const) {
      expect(Object.keys(paneEn[list]).sort(), list).toEqual(Object.keys(paneDe[list]).sort());
    }
  });

  it('have a sentence for every failure that the document knows', async () => {
    const source = await readFile(new URL('../../src/word/failure.ts', import.meta.url), 'utf8');
    const codes = [...source.matchAll(/\| '([a-z-]+)'/g)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => paneDe.wordFailure[code] === undefined)).toEqual([]);
  });
});
