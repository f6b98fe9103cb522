import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { draw, folder, icons } from '../scripts/icons.mjs';

test('the pictures are those of icon.svg', async () => {
  for (const { file, png } of await draw()) {
    assert.ok(png.equals(await readFile(path.join(folder, file))), `${file}: run \`node manifest/scripts/icons.mjs\``);
  }
});

test('no picture comes from elsewhere', async () => {
  const found = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.png')).map((file) => file.replaceAll('\\', '/'));
  assert.deepEqual(found.sort(), icons.map(({ file }) => file).sort());
});

test('the outline is white on nothing', async () => {
  const outline = (await readFile(path.join(folder, 'icon.svg'), 'utf8')).match(/<symbol id="outline".*?<\/symbol>/s)[0];
  assert.deepEqual(new Set(outline.match(/#[0-9a-f]{3,6}/g)), new Set(['#fff']));
});
