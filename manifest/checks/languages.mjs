// Every text that can be translated is translated, and nothing else.
import { leaves } from './leaves.mjs';
import { languageSchema } from './schema.mjs';

/** Addresses and keys may differ by language; ours do not. */
const alike = /\.(url|page|script|learnMoreUrl|default|mac|web|windows)$/;
const patterns = Object.keys(languageSchema.patternProperties).map((pattern) => new RegExp(pattern));

export function* checkLanguages({ manifest, languages }) {
  const texts = new Set([...leaves(manifest)].map(([at]) => at));
  const translatable = [...texts].filter((at) => !alike.test(at) && (at in languageSchema.properties || patterns.some((pattern) => pattern.test(at)))).filter((at) => at !== '$schema');
  for (const { file } of manifest.localizationInfo.additionalLanguages) {
    const language = languages.get(file);
    if (!language) {
      yield `${file}: the language file is missing`;
      continue;
    }

    for (const at of translatable.filter((text) => !(text in language))) {
      yield `${file}: ${at} is not translated`;
    }

    for (const at of Object.keys(language).filter((key) => key !== '$schema' && !texts.has(key))) {
      yield `${file}: ${at} translates nothing`;
    }
  }
}
