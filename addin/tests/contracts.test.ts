import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { contracts } from '../scripts/contracts.mjs';

it('The contracts are those of the API; `npm run contracts` writes them anew', async () => {
  const written = (await readFile(new URL('../src/api/contracts.ts', import.meta.url), 'utf8')).replaceAll('\r\n', '\n');
  expect(written === await contracts()).toBe(true);
}, 30_000);
