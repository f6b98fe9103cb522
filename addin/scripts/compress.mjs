// Writes every text of dist beside itself once more as brotli and gzip, so that the host compresses nothing while it serves.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname.replace(/^\/(?=[A-Za-z]:)/, '');
const texts = /\.(?:html|js|css|svg|json)$/;

for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && texts.test(entry.name)) {
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path);
    await writeFile(`${path}.gz`, gzipSync(text, { level: 9 }));
    await writeFile(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}
