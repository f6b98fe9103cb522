import { describe, expect, it } from 'vitest';
import { WordFake } from '../../fake/src/fake';

/** The API as the add-in sees it, in Word's own types. */
const run = <T>(fake: WordFake, action: (context: Word.RequestContext) => Promise<T>): Promise<T> => fake.run(action as never);

const given = (...paragraphs: string[]): WordFake => {
  const fake = new WordFake();
  fake.open(paragraphs);
  return fake;
};

describe('the queue', () => {
  it('gives nothing before it is loaded and carried out', async () => {
    const fake = given('Eins');
    await run(fake, async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      expect(() => first.text).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }) as Error);
      first.load('text');
      expect(() => first.text).toThrow();
      await context.sync();
      expect(first.text).toBe('Eins');
      expect(() => first.style).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }) as Error);
    });
  });

  it('gives collections and results only after the batch', async () => {
    const fake = given('Eins', 'Zwei');
    await run(fake, async (context) => {
      const all = context.document.body.paragraphs.load('text');
      const reviewed = all.getFirst().getReviewedText('Current');
      expect(() => all.items).toThrow();
      expect(() => reviewed.value).toThrow();
      await context.sync();
      expect(all.items.map((paragraph) => paragraph.text)).toEqual(['Eins', 'Zwei']);
      expect(reviewed.value).toBe('Eins');
    });
  });

  it('does in order what was asked, and nothing before it is carried out', async () => {
    const fake = given('Eins');
    await run(fake, async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      first.insertText(' b', 'End');
      first.insertText('a ', 'Start');
      const before = first.load('text');
      first.insertText('!', 'End');
      expect(fake.blocks()).toEqual(['p:Eins']);
      await context.sync();
      expect(before.text).toBe('a Eins b');
      expect(fake.blocks()).toEqual(['p:a Eins b!']);
    });
  });

  it('ends a batch at an error: what stood before is done, what stands behind is not', async () => {
    const fake = given('Eins');
    await expect(run(fake, async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      first.insertText('a', 'Start');
      first.search('x'.repeat(300));
      first.insertText('b', 'Start');
      await context.sync();
    })).rejects.toMatchObject({ code: 'SearchStringInvalidOrTooLong' });
    expect(fake.blocks()).toEqual(['p:aEins']);
  });

  it('refuses unknown properties and missing objects when it is carried out', async () => {
    const fake = given('Eins');
    await expect(run(fake, async (context) => { context.document.body.load('colour'); await context.sync(); })).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(run(fake, async (context) => { context.document.body.tables.getFirst().delete(); await context.sync(); })).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  it('has null objects that say so and pass it on', async () => {
    await run(given('Eins'), async (context) => {
      const control = context.document.contentControls.getByIdOrNullObject(7);
      const cell = context.document.body.paragraphs.getFirst().parentTableCellOrNullObject.load('rowIndex');
      expect(() => control.isNullObject).toThrow();
      await context.sync();
      expect([control.isNullObject, cell.isNullObject]).toEqual([true, true]);
      expect(() => cell.rowIndex).toThrow();
    });
  });

  it('takes changes back, one batch after the other', async () => {
    const fake = given('Eins');
    for (const text of ['Zwei', 'Drei']) {
      await run(fake, async (context) => { context.document.body.paragraphs.getFirst().insertText(text, 'Replace'); await context.sync(); });
    }

    expect([fake.undo(), fake.blocks(), fake.undo(), fake.blocks(), fake.undo()]).toEqual([true, ['p:Zwei'], true, ['p:Eins'], false]);
  });
});

describe('tracked changes', () => {
  it('mark what is inserted and deleted, and read as people see them', async () => {
    const fake = given('der alte Weg');
    fake.trackChanges(true, 'Anna');
    await run(fake, async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      const found = first.search('alte').load('text');
      await context.sync();
      found.items[0]?.insertText('neue', 'Replace');
      const [current, original] = [first.getReviewedText('Current'), first.getReviewedText('Original')];
      first.load('text');
      await context.sync();
      expect([current.value, original.value, first.text]).toEqual(['der neue Weg', 'der alte Weg', 'der alteneue Weg']);
    });
  });
});

describe('a tracked insertion', () => {
  it('takes other words where it had some, without marking them', async () => {
    const fake = given('');
    fake.trackChanges(true, 'Anna');
    await run(fake, async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      first.insertText('der alte Weg', 'Start');
      const found = first.search('alte').load('text');
      await context.sync();
      found.items[0]?.insertText('ganz neue', 'Replace');
      first.load('text');
      await context.sync();
      expect(first.text).toBe('der ganz neue Weg');
    });
  });
});

describe('the file', () => {
  it('opens as it was saved', () => {
    const fake = given('Eins & zwei', 'drei');
    const saved = fake.save();
    const other = new WordFake();
    other.open(saved);
    expect(other.blocks()).toEqual(fake.blocks());
    expect(other.save()).toBe(saved);
  });
});
