// Makes the PNGs of icon.svg: `node manifest/scripts/icons.mjs`. The rasteriser is WebAssembly, so that every machine draws the same bytes.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

export const folder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The pictures of the package, and those that Word loads from /addin/icons/. */
export const icons = [
  { file: 'package/color.png', symbol: 'app', size: 192 },
  { file: 'package/color32.png', symbol: 'tile', size: 32 },
  { file: 'package/outline.png', symbol: 'outline', size: 32 },
  ...[16, 32, 64, 80, 128].map((size) => ({ file: `addin/icons/app-${size}.png`, symbol: 'tile', size })),
  ...['insert', 'refresh', 'check'].flatMap((symbol) => [16, 32, 80].map((size) => ({ file: `addin/icons/${symbol}-${size}.png`, symbol, size }))),
];

/** Draws all of them. */
export async function draw() {
  const sheet = await readFile(path.join(folder, 'icon.svg'), 'utf8');
  const symbols = new Map([...sheet.matchAll(/<symbol id="([^"]+)" viewBox="([^"]+)">(.*?)<\/symbol>/gs)].map(([, id, viewBox, content]) => [id, { viewBox, content }]));
  await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return icons.map((icon) => {
    const { viewBox, content } = symbols.get(icon.symbol);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${icon.size}" height="${icon.size}">${content}</svg>`;
    return { ...icon, png: Buffer.from(new Resvg(svg).render().asPng()) };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const icon of await draw()) {
    await writeFile(path.join(folder, icon.file), icon.png);
  }
}
