import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../checks/index.mjs';
import { fill } from '../scripts/fill.mjs';
import { broken, values } from './sample.mjs';

const extension = (manifest) => manifest.extensions[0];
const png = (width, height) => {
  const bytes = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

test('the app as it is delivered has nothing wrong', async () => {
  assert.deepEqual(await check(await fill(values)), []);
});

test('no placeholder is left', async () => {
  const app = await fill(values);
  for (const text of [app.xml, ...[...app.files].filter(([file]) => file.endsWith('.json')).map(([, bytes]) => bytes.toString())]) {
    assert.doesNotMatch(text, /\$\{\{/);
  }
});

test('what the template asks for has to be given', async () => {
  await assert.rejects(fill({ ...values, domain: undefined }), /DOMAIN/);
});

test('two deployments never share an id, and one always gets the same', async () => {
  const [first, again, other] = [await fill(values), await fill(values), await fill({ ...values, appId: values.appId.replace(/^9/, '8') })];
  assert.equal(first.manifest.id, again.manifest.id);
  assert.equal(first.addinId, again.addinId);
  assert.equal(new Set([first.manifest.id, other.manifest.id, first.addinId, other.addinId]).size, 4);
});

const cases = {
  'an unknown field': [{ change: ({ manifest }) => { manifest.bots[0].welcome = true; } }, /additional properties/],
  'a bot id that is none': [{ change: ({ manifest }) => { manifest.bots[0].botId = 'bot'; } }, /botId/],
  'a name that is too long': [{ change: ({ manifest }) => { manifest.name.short = 'x'.repeat(31); } }, /name\/short/],
  'an older schema': [{ change: ({ manifest }) => { manifest.manifestVersion = '1.22'; } }, /1\.30/],
  'a schema from elsewhere, which would be fetched': [{ change: ({ manifest }) => { manifest.$schema = 'https://example.org/schema.json'; } }, /1\.30/],
  'a page that is not https': [{ change: ({ manifest }) => { extension(manifest).runtimes[0].code.page = 'http://insek.example.org/addin/pane.html'; } }, /code\/page/],
  'a translation that is too long': [{ change: ({ english }) => { english['name.short'] = 'x'.repeat(31); } }, /en\.json/],
  'two different bots': [{ change: ({ manifest }) => { manifest.composeExtensions[0].botId = values.appId; } }, /different bots/],
  'a resource of another application': [{ change: ({ manifest }) => { manifest.webApplicationInfo.resource = 'api://insek.example.org/other'; } }, /webApplicationInfo\.resource/],
  'a nested sign-in that returns elsewhere': [{ change: ({ manifest }) => { manifest.webApplicationInfo.nestedAppAuthInfo[0].redirectUri = 'brk-multihub://other.example.org'; } }, /nested sign-in/],
  'an add-in that hides nothing': [{ change: ({ manifest }) => { extension(manifest).alternates[0].hide.customOfficeAddin.officeAddinId = values.botId; } }, /alternates\.hide/],
  'one id for both manifests': [{ change: ({ manifest }) => { manifest.id = extension(manifest).alternates[0].hide.customOfficeAddin.officeAddinId; } }, /share one id/],
  'a button without an action': [{ change: ({ manifest }) => { extension(manifest).ribbons[0].tabs[0].groups[0].controls[1].actionId = 'refreshEverything'; } }, /refreshEverything, which no runtime/],
  'a shortcut without an action': [{ change: ({ manifest }) => { extension(manifest).keyboardShortcuts[0].shortcuts[0].actionId = 'gone'; } }, /runs gone/],
  'a shortcut that opens a page': [{ change: ({ manifest }) => { extension(manifest).keyboardShortcuts[0].shortcuts[0].actionId = 'openPane'; } }, /runs openPane/],
  'shortcuts that differ between the manifests': [{ change: ({ manifest }) => { extension(manifest).keyboardShortcuts[0].shortcuts[0].key.default = 'Ctrl+Alt+R'; } }, /shortcuts\.json: other keys/],
  'an action with two names': [{ change: ({ manifest }) => { extension(manifest).runtimes[0].actions[2].displayName = 'Anders'; } }, /shortcuts\.json: refreshAll/],
  'a missing icon': [{ change: ({ files }) => { files.delete('outline.png'); } }, /outline\.png: no such PNG/],
  'an icon of the wrong size': [{ change: ({ files }) => { files.set('color.png', png(96, 192)); } }, /color\.png: 96×192/],
  'an icon that is no picture': [{ change: ({ files }) => { files.set('color.png', Buffer.from('<svg/>')); } }, /color\.png: no such PNG/],
  'a ribbon icon that is not served': [{ change: ({ addin }) => { addin.delete('icons/check-32.png'); } }, /icons\/check-32\.png: no such PNG/],
  'a ribbon icon of the wrong size': [{ change: ({ addin }) => { addin.set('icons/check-32.png', png(16, 16)); } }, /check-32\.png: 16×16/],
  'an address in a strange domain': [{ change: ({ manifest }) => { extension(manifest).runtimes[0].code.page = 'https://elsewhere.example.org/addin/pane.html'; } }, /elsewhere\.example\.org is not among/],
  'a developer\'s page that is not https': [{ change: ({ manifest }) => { manifest.developer.privacyUrl = 'http://planung.example.org/'; } }, /privacyUrl: .* is not https/],
  'a permission that is not used': [{ change: ({ manifest }) => { manifest.authorization.permissions.resourceSpecific.push({ name: 'ChannelMessage.Read.Group', type: 'Application' }); } }, /nothing but/],
  'a missing language file': [{ change: ({ files }) => { files.delete('en.json'); } }, /language file is missing/],
  'a text without translation': [{ change: ({ english }) => { delete english['extensions[0].ribbons[0].tabs[0].groups[0].controls[2].label']; } }, /controls\[2\]\.label is not translated/],
  'a translation of nothing': [{ change: ({ english }) => { english['bots[0].commandLists[0].commands[11].title'] = 'left over'; } }, /commands\[11\]\.title translates nothing/],
  'XML that is not well-formed': [{ xml: (text) => text.replace('</Hosts>', '') }, /not well-formed/],
  'a resid that resolves to nothing': [{ xml: (text) => text.replace('resid="Check.Tip"', 'resid="Check.Hint"') }, /Check\.Hint resolves to nothing/],
  'a resource nobody uses': [{ xml: (text) => text.replace('resid="Check.Tip"', 'resid="Check.Title"') }, /Check\.Tip is used nowhere/],
  'XML with http': [{ xml: (text) => text.replace('<AppDomain>https:', '<AppDomain>http:') }, /AppDomain: .* is not https/],
  'XML that leads elsewhere': [{ xml: (text) => text.replace('<bt:Url id="Pane.Url" DefaultValue="https://insek.', '<bt:Url id="Pane.Url" DefaultValue="https://other.') }, /other\.example\.org is not among/],
  'XML with another id': [{ xml: (text) => text.replace(/<Id>[^<]*</, `<Id>${values.botId}<`) }, /addin-only\.xml: the id/],
  'XML of another version': [{ xml: (text) => text.replace('<Version>1.2.3.0<', '<Version>1.2.4.0<') }, /version 1\.2\.4\.0/],
  'XML with a function nobody offers': [{ xml: (text) => text.replace('>checkNow<', '>checkLater<') }, /runs checkLater/],
  'XML with another pane': [{ xml: (text) => text.replace('SourceLocation DefaultValue="https://insek.example.org/addin/pane.html"', 'SourceLocation DefaultValue="https://insek.example.org/addin/import.html"') }, /the pane is/],
  'XML without English': [{ xml: (text) => text.replace(/<bt:Override Locale="en-US" Value="Refresh all"\/>/, '') }, /Refresh\.Label has no English/],
  'XML with a text that is too long': [{ xml: (text) => text.replace('Value="Refresh all"', `Value="${'x'.repeat(126)}"`) }, /Refresh\.Label is longer/],
  'XML with an icon of the wrong size': [{ xml: (text) => text.replace('addin/icons/app-64.png', 'addin/icons/app-32.png') }, /app-32\.png: 32×32, not 64×64/],
};

for (const [what, [change, expected]] of Object.entries(cases)) {
  test(`${what} is found`, async () => {
    const wrong = await check(await broken(change));
    assert.match(wrong.join('\n'), expected);
  });
}
