// What the schema does not see: what belongs together within the manifest, and between it and the files.
import { leaves } from './leaves.mjs';
import { sizeOf } from './png.mjs';

export function* checkIds({ manifest, addinId }) {
  const bots = [...manifest.bots, ...manifest.composeExtensions].map(({ botId }) => botId);
  if (new Set(bots).size !== 1) {
    yield `manifest.json: bot and message extension name different bots (${bots.join(', ')})`;
  }

  const { id, resource, nestedAppAuthInfo } = manifest.webApplicationInfo;
  if (!resource.endsWith(`/${id}`)) {
    yield `manifest.json: webApplicationInfo.resource (${resource}) does not end with its id (${id})`;
  }

  for (const { redirectUri } of nestedAppAuthInfo.filter((one) => !manifest.validDomains.some((domain) => one.redirectUri === `brk-multihub://${domain}`))) {
    yield `manifest.json: nested sign-in returns to ${redirectUri}, which is none of the valid domains`;
  }

  for (const { hide } of manifest.extensions[0].alternates ?? []) {
    if (hide.customOfficeAddin.officeAddinId !== addinId) {
      yield `manifest.json: alternates.hide names ${hide.customOfficeAddin.officeAddinId}, the add-in-only manifest is ${addinId}`;
    }
  }

  if (addinId === manifest.id) {
    yield 'manifest.json: the app and the add-in-only manifest share one id';
  }
}

export function* checkActions({ manifest, addin }) {
  const [{ runtimes, ribbons, keyboardShortcuts }] = manifest.extensions;
  const actions = new Map(runtimes.flatMap((runtime) => runtime.actions).map((action) => [action.id, action]));
  const controls = ribbons.flatMap(({ tabs }) => tabs).flatMap(({ groups }) => groups).flatMap((group) => group.controls);
  for (const { id, actionId } of controls.filter((control) => !actions.has(control.actionId))) {
    yield `manifest.json: the control ${id} runs ${actionId}, which no runtime offers`;
  }

  const shortcuts = keyboardShortcuts.flatMap((part) => part.shortcuts);
  for (const { actionId } of shortcuts) {
    // Documented limit: a shortcut opens no page, and is described by the action's name where it collides.
    const action = actions.get(actionId);
    if (action?.type !== 'executeFunction' || !action.displayName) {
      yield `manifest.json: a shortcut runs ${actionId}, which is no function with a name`;
    }
  }

  yield* checkShortcutFile(addin, actions, shortcuts);
}

function* checkShortcutFile(addin, actions, shortcuts) {
  const file = JSON.parse(addin.get('shortcuts.json').toString());
  const english = JSON.parse(addin.get('shortcuts.en.json').toString());
  const named = new Map(file.actions.map((action) => [action.id, action.name.replace(/^\$\{resource\.(.*)\}$/, '$1')]));
  for (const [id, name] of named) {
    if (actions.get(id)?.displayName !== file.resources.default[name]?.value) {
      yield `shortcuts.json: ${id} has another name than in manifest.json`;
    }

    if (!english[name]?.value) {
      yield `shortcuts.en.json: ${name} is missing`;
    }
  }

  const keys = (all, id) => JSON.stringify(all.map((one) => [one[id], Object.entries(one.key)]).sort());
  if (keys(file.shortcuts, 'action') !== keys(shortcuts, 'actionId') || file.shortcuts.some(({ action }) => !named.has(action))) {
    yield 'shortcuts.json: other keys or actions than in manifest.json';
  }
}

export function* checkIcons({ manifest, files, addin }) {
  const sizes = { color: 192, color32x32: 32, outline: 32 };
  for (const [name, file] of Object.entries(manifest.icons)) {
    yield* checkPicture(files.get(file), file, sizes[name]);
  }

  const [{ ribbons }] = manifest.extensions;
  const groups = ribbons.flatMap(({ tabs }) => tabs).flatMap((tab) => tab.groups);
  for (const { size, url } of [...groups, ...groups.flatMap((group) => group.controls)].flatMap((part) => part.icons)) {
    const file = new URL(url).pathname.replace(/^\/addin\//, '');
    yield* checkPicture(addin.get(file), file, size);
  }
}

export function* checkPicture(bytes, file, expected) {
  const size = bytes && sizeOf(bytes);
  if (!size) {
    yield `${file}: no such PNG`;
  } else if (size.width !== expected || size.height !== expected) {
    yield `${file}: ${size.width}×${size.height}, not ${expected}×${expected}`;
  }
}

export function* checkAddresses({ manifest }) {
  for (const [at, text] of leaves(manifest)) {
    yield* at === '$schema' || at.startsWith('developer.') ? checkOpen(`manifest.json: ${at}`, text) : checkAddress(`manifest.json: ${at}`, text, manifest.validDomains);
  }
}

/** An address that the app loads is https and within the domains it names; addresses of people's pages (developer, learnMoreUrl) are only https. */
export function* checkAddress(at, text, domains) {
  yield* checkOpen(at, text);
  const host = /^https:\/\/([^/]+)/i.exec(text)?.[1];
  if (host && !at.endsWith('learnMoreUrl') && !domains.includes(host)) {
    yield `${at}: ${host} is not among the valid domains`;
  }
}

function* checkOpen(at, text) {
  if (/^http:/i.test(text)) {
    yield `${at}: ${text} is not https`;
  }
}

export function* checkPermissions({ manifest }) {
  const permissions = manifest.authorization.permissions.resourceSpecific.map(({ name, type }) => `${name}/${type}`);
  if (permissions.join() !== 'Document.ReadWrite.User/Delegated') {
    yield `manifest.json: the permissions of resources are ${permissions.join(', ')}; nothing but Document.ReadWrite.User is used`;
  }
}
