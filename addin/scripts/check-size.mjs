// Adds up what a page loads before anything is chosen, as gzip, and compares it with budget.json. What is imported lazily does not count.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const read = (path) => readFile(new URL(`../${path}`, import.meta.url));
const budget = JSON.parse(await read('budget.json'));
const manifest = JSON.parse(await read('dist/.vite/manifest.json'));
let failed = false;

for (const [page, { gzipBytes, shell }] of Object.entries(budget)) {
  const files = new Set();
  collect(page, files);
  let total = 0;
  for (const file of files) {
    total += gzipSync(await read(`dist/${file}`), { level: 9 }).length;
  }

  const html = (await read(`dist/${page}`)).toString();
  const missing = shell.filter((mark) => !html.includes(mark));
  const tooLarge = total > gzipBytes;
  console.log(`${page}: ${total} of ${gzipBytes} bytes gzip in ${files.size} files${tooLarge ? ': TOO LARGE' : ''}${missing.length > 0 ? `; the shell lacks ${missing.join(', ')}` : ''}`);
  failed ||= tooLarge || missing.length > 0;
}

process.exitCode = failed ? 1 : 0;

function collect(key, files) {
  const chunk = manifest[key];
  if (!chunk) {
    throw new Error(`${key} is not in the build's manifest.`);
  }

  for (const file of [chunk.file, ...(chunk.css ?? [])]) {
    files.add(file);
  }

  for (const imported of chunk.imports ?? []) {
    collect(imported, files);
  }
}
