import { describe, expect, it } from 'vitest';
import type { ListColumn, ListQuestion } from '../src/api/types';
import { Decisions, readMapping } from '../src/import/decisions';

const question = (id: string): ListQuestion => ({
  id, kind: 'row', blocks: true, reason: 'title-alone', text: 'Was ist die Zeile?', places: [], rows: 1,
  choices: [{ value: 'measure', label: 'eine Maßnahme' }, { value: '', label: 'so lassen' }],
});
const column = (heading: string, field: string | null, occurrence = 1): ListColumn => ({
  place: 1, heading, occurrence, field, certainty: 'likely', reason: 'values', text: '', samples: [],
});

describe('Decisions', () => {
  it('posts nothing while nothing is decided', () => {
    expect(new Decisions().toMapping()).toBeNull();
  });

  it('posts answers and chosen columns, and counts them as unread until a reading knew them', () => {
    const decisions = new Decisions();
    decisions.answer(question('row:a'), 'measure');
    decisions.choose(column('Amt', 'owner'), null);

    expect(decisions.toMapping()).toEqual({ version: 1, columns: [{ heading: 'Amt', occurrence: 1, field: null }], answers: [{ question: 'row:a', value: 'measure' }] });
    expect(decisions.unread).toBe(2);
    decisions.markRead();
    expect(decisions.unread).toBe(0);
  });

  it('keeps "as written", whose value is empty, apart from no answer', () => {
    const decisions = new Decisions();
    decisions.answer(question('value:cost:x'), '');

    expect(decisions.answerTo('value:cost:x')).toBe('');
    expect(decisions.unread).toBe(1);
    expect(decisions.toMapping()?.answers).toEqual([{ question: 'value:cost:x', value: '' }]);
  });

  it('counts a withdrawn answer as something the reading does not know', () => {
    const decisions = new Decisions();
    decisions.answer(question('row:a'), 'measure');
    decisions.markRead();
    decisions.withdraw('row:a');

    expect(decisions.unread).toBe(1);
    expect(decisions.toMapping()).toBeNull();
  });

  it('is back where it was when a choice is taken back before it was read', () => {
    const decisions = new Decisions();
    decisions.markRead();
    decisions.answer(question('row:a'), 'measure');
    decisions.withdraw('row:a');

    expect(decisions.unread).toBe(0);
  });

  it('lets own decisions win over those of a loaded mapping and keeps the others', () => {
    const decisions = new Decisions({
      version: 1, list: 'Verkehr', repairEncoding: true,
      columns: [{ heading: 'Amt', occurrence: 1, field: 'owner' }, { heading: 'Amt', occurrence: 2, field: 'partners' }],
      answers: [{ question: 'row:a', value: '' }, { question: 'row:b', value: 'skip' }],
    });
    decisions.choose(column('Amt', 'owner'), 'deputy');
    decisions.answer(question('row:a'), 'measure');

    expect(decisions.toMapping()).toEqual({
      version: 1, list: 'Verkehr', repairEncoding: true,
      columns: [{ heading: 'Amt', occurrence: 2, field: 'partners' }, { heading: 'Amt', occurrence: 1, field: 'deputy' }],
      answers: [{ question: 'row:b', value: 'skip' }, { question: 'row:a', value: 'measure' }],
    });
  });

  it('shows the field that was chosen, else the one that was recognised', () => {
    const decisions = new Decisions();
    decisions.choose(column('Amt', 'owner', 2), 'partners');

    expect(decisions.fieldOf(column('Amt', 'owner'))).toBe('owner');
    expect(decisions.fieldOf(column('Amt', 'owner', 2))).toBe('partners');
  });
});

describe('readMapping', () => {
  it.each(['', '{', '[]', 'null', '{"columns":[]}', '{"version":"1"}'])('takes no other file for a mapping: %s', (text) => {
    expect(readMapping(text)).toBeNull();
  });

  it('reads what was downloaded', () => {
    const mapping = { version: 1, columns: [{ heading: 'Größe', field: null }] };
    expect(readMapping(JSON.stringify(mapping, null, 2))).toEqual(mapping);
  });
});
