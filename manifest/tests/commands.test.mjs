import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fill } from '../scripts/fill.mjs';
import { folder } from '../scripts/icons.mjs';
import { values } from './sample.mjs';

/** The texts of the bot's commands. */
async function texts(file) {
  const resx = await readFile(path.join(folder, '..', 'bot', 'Commands', file), 'utf8');
  return new Map([...resx.matchAll(/<data name="([^"]+)" xml:space="preserve"><value>(.*?)<\/value>/gs)].map(([, name, value]) => [name, value.replaceAll('&amp;', '&')]));
}

const words = (known) => [...known].filter(([name]) => name.startsWith('word.'));
const says = (known, name) => known.get(`help.does.${name.slice('word.'.length)}`)?.replace(/^: /, '').toLowerCase();

test('the manifest lists every command of the bot, and no other, with what help says of it', async () => {
  const app = await fill(values);
  const lists = app.manifest.bots[0].commandLists;
  const english = app.languages.get('en.json');
  for (const [file, read] of [
    ['CommandTexts.resx', (list, command) => lists[list].commands[command]],
    ['CommandTexts.en.resx', (list, command) => ({ title: english[`bots[0].commandLists[${list}].commands[${command}].title`], description: english[`bots[0].commandLists[${list}].commands[${command}].description`] })],
  ]) {
    const known = await texts(file);
    const listed = lists.flatMap(({ commands }, list) => commands.map((_, command) => read(list, command)));
    assert.deepEqual(new Set(listed.map(({ title }) => title)), new Set(words(known).map(([, word]) => word)), file);
    for (const [name, word] of words(known).filter(([key]) => says(known, key))) {
      assert.deepEqual(new Set(listed.filter(({ title }) => title === word).map(({ description }) => description.toLowerCase())), new Set([says(known, name)]), word);
    }
  }
});

test('each place the bot speaks in has one list', async () => {
  const { manifest } = await fill(values);
  assert.deepEqual(manifest.bots[0].commandLists.flatMap(({ scopes }) => scopes).sort(), [...manifest.bots[0].scopes].sort());
});

test('the functions of the ribbon are those the pane answers to', async () => {
  const source = await readFile(path.join(folder, '..', 'addin', 'src', 'pane', 'commands.ts'), 'utf8');
  const answered = [.../export type CommandId = ([^;]+);/.exec(source)[1].matchAll(/'(\w+)'/g)].map(([, id]) => id);
  const { manifest } = await fill(values);
  const functions = manifest.extensions[0].runtimes[0].actions.filter(({ type }) => type === 'executeFunction').map(({ id }) => id);
  assert.deepEqual(functions.sort(), answered.sort());
});
