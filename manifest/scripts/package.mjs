// node manifest/scripts/package.mjs VALUES.json FOLDER: writes FOLDER/package/ and FOLDER/addin-only.xml, checked. Called by `dev -- package`.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { check } from '../checks/index.mjs';
import { fill } from './fill.mjs';

const [values, target] = process.argv.slice(2);
const app = await fill(JSON.parse(await readFile(values, 'utf8')));
const wrong = await check(app);
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exitCode = 1;
} else {
  await mkdir(path.join(target, 'package'), { recursive: true });
  for (const [file, bytes] of app.files) {
    await writeFile(path.join(target, 'package', file), bytes);
  }

  await writeFile(path.join(target, 'addin-only.xml'), app.xml);
  console.log(JSON.stringify({ manifestId: app.manifest.id, addinId: app.addinId }));
}
