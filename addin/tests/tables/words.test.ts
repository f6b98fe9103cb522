import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords, type DiffPart } from '../../src/tables/words';

const joined = (parts: readonly DiffPart[], without: DiffPart['kind']) => parts.filter((part) => part.kind !== without).map((part) => part.text).join('');

describe('compareWords', () => {
  it('marks the words that changed and no others', () => {
    expect(compareWords('den Radweg bis 2030 ausbauen', 'den Radweg bis 2032 ausbauen')).toEqual([
      { kind: 'same', text: 'den Radweg bis ' },
      { kind: 'removed', text: '2030 ' },
      { kind: 'added', text: '2032 ' },
      { kind: 'same', text: 'ausbauen' },
    ]);
  });

  it('keeps both texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.lorem({ maxCount: 30 }), (a, b, c) => {
        for (const [before, after] of [[a, b], [`${a} ${c}`, `${c} ${b}`]] as const) {
          const parts = compareWords(before, after);
          expect(joined(parts, 'added')).toBe(before);
          expect(joined(parts, 'removed')).toBe(after);
        }
      }),
    );
  });

  it('shows texts that have nothing in common as replaced', () => {
    const [before, after] = ['a '.repeat(3000), 'b '.repeat(3000)];
    expect(compareWords(before, after).map((part) => part.kind)).toEqual(['removed', 'added']);
  });
});
