import { describe, expect, it } from 'vitest';
import type { TableDefinitionView } from '../../src/api/types';
import { fileName, fitting, missing, readParameters, toTable } from '../../src/pane/insert/choice';

const values = (...names: string[]) => names.map((value) => ({ value, title: value }));
const sectorMeasures: TableDefinitionView = {
  id: 'sector-measures',
  title: 'Ziele und Maßnahmen',
  parameters: [
    { name: 'sector', title: 'Fachkonzept', required: true, values: values('verkehr', 'kultur') },
    { name: 'states', title: 'Status', required: false, values: values('draft', 'agreed', 'done') },
    { name: 'kind', title: 'Art', required: false, values: values('general', 'areaSpecific') },
  ],
};

describe('What is chosen', () => {
  it('keeps what the next table can take and drops what it cannot', () => {
    expect(fitting(sectorMeasures, { sector: 'verkehr', area: 'pg-1', states: 'agreed,gone,done', kind: '' })).toEqual({ sector: 'verkehr', states: 'agreed,done' });
    expect(fitting(sectorMeasures, { sector: 'wohnen' })).toEqual({});
  });

  it('takes by itself what there is only one of, where something must be chosen', () => {
    const only = { ...sectorMeasures, parameters: [{ name: 'sector', title: '', required: true, values: values('verkehr') }, { name: 'kind', title: '', required: false, values: values('general') }] };
    expect(fitting(only, {})).toEqual({ sector: 'verkehr' });
  });

  it('is no table while something is missing', () => {
    const chosen = { concept: 'torgau', definition: 'sector-measures', parameters: {} };
    expect(missing(sectorMeasures, {}).map(({ name }) => name)).toEqual(['sector']);
    expect(toTable(chosen, sectorMeasures)).toBeNull();
    expect(toTable({ ...chosen, parameters: { sector: 'kultur' } }, sectorMeasures)).toEqual({ ...chosen, parameters: { sector: 'kultur' } });
    expect(toTable({ ...chosen, concept: '' }, sectorMeasures)).toBeNull();
    expect(toTable(chosen, undefined)).toBeNull();
  });

  it('comes back from the canonical form of a document', () => {
    expect(readParameters('kind=general;sector=verkehr;states=agreed,done')).toEqual({ kind: 'general', sector: 'verkehr', states: 'agreed,done' });
    expect(readParameters('')).toEqual({});
  });
});

describe('The name of a file', () => {
  it.each([
    ['Ziele und Maßnahmen: Verkehr/Technische Infrastruktur', 'Ziele und Maßnahmen Verkehr Technische Infrastruktur.docx'],
    ['  a\t\nb  ', 'a b.docx'],
    ['???', 'insek.docx'],
  ])('has no sign that a file system refuses: %s', (title, name) => {
    expect(fileName(title, 'docx')).toBe(name);
  });
});
