// Adds up what a page loads before anybody has signed in, as gzip, and compares it with budget.json: its own scripts and styles, and, for
// every way the page can go, what it then imports by itself. What is imported only when somebody asks for it does not count.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const read = (path) => readFile(new URL(`../${path}`, import.meta.url));
const budget = JSON.parse(await read('budget.json'));
const manifest = JSON.parse(await read('dist/.vite/manifest.json'));
let failed = false;

for (const [page, { gzipBytes, shell, ways = { '': [] } }] of Object.entries(budget)) {
  const html = (await read(`dist/${page}`)).toString();
  const missing = shell.filter((mark) => !html.includes(mark));
  failed ||= missing.length > 0;
  for (const [way, imported] of Object.entries(ways)) {
    const files = new Set();
    for (const key of [page, ...imported]) {
      collect(key, files);
    }

    let total = 0;
    for (const file of files) {
      total += gzipSync(await read(`dist/${file}`), { level: 9 }).length;
    }

    const tooLarge = total > gzipBytes;
    failed ||= tooLarge;
    console.log(`${page}${way && ` ${way}`}: ${total} of ${gzipBytes} bytes gzip in ${files.size} files${tooLarge ? ': TOO LARGE' : ''}${missing.length > 0 ? `; the shell lacks ${missing.join(', ')}` : ''}`);
  }
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
