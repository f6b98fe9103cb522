import { fill, parse } from '../scripts/fill.mjs';

export const values = {
  domain: 'insek.example.org',
  botId: '11111111-2222-4333-8444-555555555555',
  appId: '99999999-8888-4777-8666-555555555555',
  scope: 'api://99999999-8888-4777-8666-555555555555/access',
  version: '1.2.3',
  developer: 'Planungsbüro "Süd" & <Söhne>',
  website: 'https://planung.example.org/',
  privacy: 'https://planung.example.org/datenschutz',
  terms: 'https://planung.example.org/nutzung',
};

/** The app, broken: `change` alters a copy of the manifest, the language file and the files in place, `xml` the text of the XML. */
export async function broken({ change, xml }) {
  const app = await fill(values);
  const changed = { manifest: app.manifest, english: app.languages.get('en.json'), files: app.files, addin: app.addin };
  change?.(changed);
  if (app.files.has('manifest.json')) {
    app.files.set('manifest.json', Buffer.from(JSON.stringify(changed.manifest)));
  }

  if (app.files.has('en.json')) {
    app.files.set('en.json', Buffer.from(JSON.stringify(changed.english)));
  }

  const altered = xml ? xml(app.xml) : app.xml;
  if (xml && altered === app.xml) {
    throw new Error('The change of the XML changed nothing.');
  }

  return parse({ ...app, xml: altered });
}
