// Against the schemas that @microsoft/app-manifest brings along; nothing is fetched.
import { createRequire } from 'node:module';
import path from 'node:path';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const { AppManifestUtils } = require('@microsoft/app-manifest');
const known = path.join(path.dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams', 'v1.30');
const Ajv = createRequire(require.resolve('@microsoft/app-manifest'))('ajv-draft-04');

const schemaAddress = 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json';

/** The schema of language files; its patterns are no regular expressions by the stricter rules for Unicode. */
export const languageSchema = JSON.parse(readFileSync(path.join(known, 'MicrosoftTeams.Localization.schema.json'), 'utf8'));

export async function* checkSchema({ manifest, languages }) {
  // Anything else would be fetched.
  if (manifest.$schema !== schemaAddress || manifest.manifestVersion !== '1.30') {
    yield `manifest.json: $schema and manifestVersion are to name 1.30 (${manifest.$schema}, ${manifest.manifestVersion})`;
    return;
  }

  for (const error of await AppManifestUtils.validateAgainstSchema(manifest)) {
    yield `manifest.json: ${error}`;
  }

  const validate = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, validateFormats: false }).compile(languageSchema);
  for (const [file, language] of languages) {
    if (!validate(language)) {
      for (const error of validate.errors) {
        yield `${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`;
      }
    }
  }
}
