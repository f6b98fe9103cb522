// Fills the placeholders of the templates: ${{NAME}}.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * The app as it is delivered.
 * @param values domain, botId, appId, scope, version, developer, website, privacy, terms
 * @returns what the checks look at: the parsed manifest, its language files, the add-in-only XML, and every file by its path
 */
export async function fill(values) {
  const words = {
    DOMAIN: values.domain, BOT_ID: values.botId, APP_ID: values.appId, SCOPE: values.scope, VERSION: values.version,
    DEVELOPER: values.developer, WEBSITE: values.website, PRIVACY: values.privacy, TERMS: values.terms,
    MANIFEST_ID: derivedId(values.appId, 'manifest'), ADDIN_ID: derivedId(values.appId, 'addin-only'),
  };
  const files = await read(path.join(folder, 'package'));
  files.set('manifest.json', Buffer.from(replace(files.get('manifest.json').toString(), words, (text) => JSON.stringify(text).slice(1, -1))));
  return parse({
    files,
    addin: await read(path.join(folder, 'addin')),
    xml: replace(await readFile(path.join(folder, 'addin-only.xml'), 'utf8'), words, escapeXml),
    addinId: words.ADDIN_ID,
  });
}

/** Parses what is in the files. */
export function parse({ files, ...rest }) {
  const json = (file) => JSON.parse(files.get(file).toString());
  const manifest = json('manifest.json');
  const named = (manifest.localizationInfo?.additionalLanguages ?? []).map(({ file }) => file).filter((file) => files.has(file));
  return { ...rest, files, manifest, languages: new Map(named.map((file) => [file, json(file)])) };
}

function replace(template, words, escape) {
  return template.replaceAll(/\$\{\{([A-Z_]+)\}\}/g, (_, name) => {
    if (words[name] === undefined) {
      throw new Error(`The template asks for ${name}, which nobody gives.`);
    }

    return escape(words[name]);
  });
}

/** An id that one deployment always gets again and no other has: name-based, as RFC 9562 says for version 5, below the application's id. */
function derivedId(appId, name) {
  const hash = createHash('sha1').update(Buffer.from(appId.replaceAll('-', ''), 'hex')).update(name).digest().subarray(0, 16);
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function escapeXml(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (letter) => entities[letter]);
}

async function read(from) {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)).sort();
  return new Map(await Promise.all(paths.map(async (file) => [path.relative(from, file).replaceAll('\\', '/'), await readFile(file)])));
}
