import { describe, expect, it } from 'vitest';
import { takeLocalToken } from '../src/signin/local-token';

function browser(hash: string, stored: Record<string, string> = {}) {
  const shown: string[] = [];
  return {
    shown,
    stored,
    location: { hash, pathname: '/addin/import.html', search: '?lang=de' },
    history: { replaceState: (_data: unknown, _title: string, address?: string | URL | null) => { shown.push(String(address)); } },
    storage: { getItem: (key: string) => stored[key] ?? null, setItem: (key: string, value: string) => { stored[key] = value; } },
  };
}

describe('The token of local development', () => {
  it('is taken out of the address and remembered for the tab', () => {
    const tab = browser('#token=abc.def-_');

    expect(takeLocalToken(tab)).toBe('abc.def-_');
    expect(tab.shown).toEqual(['/addin/import.html?lang=de']);
    expect(takeLocalToken(browser('', tab.stored))).toBe('abc.def-_');
  });

  it('leaves other addresses as they are', () => {
    const tab = browser('#section-3');

    expect(takeLocalToken(tab)).toBeNull();
    expect(tab.shown).toEqual([]);
  });
});
