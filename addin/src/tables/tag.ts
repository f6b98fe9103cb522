/** What a control's tag says; concept, definition and parameters are null where the tag only holds a short id for them. */
export interface TableTag {
  readonly concept: string | null;
  readonly instance: string;
  readonly definition: string | null;
  readonly parameters: string | null;
  /** Known to the server, see `TableTag` there. */
  readonly shortId: string | null;
}

/** Every tag of ours begins so. */
export const tagPrefix = 'insek:1:';

const maxLength = 64;
const validInstance = /^[a-z0-9]{8}$/;
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Reads `insek:1:{concept}:{instance}:{definition}:{parameters}`; null where it is no tag of ours. */
export function readTag(tag: string): TableTag | null {
  const parts = tag.split(':');
  const [, , concept = '', instance = '', definition = ''] = parts;
  if (!tag.startsWith(tagPrefix) || !validInstance.test(instance) || concept === '' || definition === '') {
    return null;
  }

  const parameters = parts.length > 5 ? parts.slice(5).join(':') : null;
  const shortId = [parameters, definition].find((part) => part?.startsWith('~'))?.slice(1) ?? null;
  return {
    concept: concept === '~' ? null : concept,
    instance,
    definition: definition.startsWith('~') ? null : definition,
    parameters: parameters?.startsWith('~') === true ? null : (parameters ?? (shortId === null ? '' : null)),
    shortId,
  };
}

/** The tag a table gets: as `TableTag.Of` on the server, which Word's 64 characters make short. */
export async function tagOf(table: { readonly concept: string; readonly definition: string; readonly parameters: string }, instance: string): Promise<string> {
  const head = `${tagPrefix}${table.concept}:${instance}`;
  const full = `${head}:${table.definition}:${table.parameters}`;
  if (full.length <= maxLength) {
    return full;
  }

  const id = await shortIdOf(table);
  return [`${head}:${table.definition}:~${id}`, `${head}:~${id}`].find((text) => text.length <= maxLength) ?? `${tagPrefix}~:${instance}:~${id}`;
}

/** The same tag for another instance. */
export const withInstance = (tag: string, instance: string): string =>
  tag.replace(/^((?:[^:]*:){3})[^:]*/, (_, head: string) => head + instance);

/** A name no other table of any document has, but for one chance in 2.8 million millions. */
export function newInstance(): string {
  // 252 is the largest multiple of 36 in a byte: beyond it some letters would be likelier than others.
  let name = '';
  while (name.length < 8) {
    name += Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte < 252 ? letters.charAt(byte % 36) : '')).join('');
  }

  return name.slice(0, 8);
}

/** 12 base32 characters (RFC 4648, lower case) of SHA-256 over concept, definition and parameters. */
async function shortIdOf(table: { readonly concept: string; readonly definition: string; readonly parameters: string }): Promise<string> {
  const text = `${table.concept}\n${table.definition}\n${table.parameters}`;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from({ length: 12 }, (_, index) => {
    const bit = index * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return 'abcdefghijklmnopqrstuvwxyz234567'.charAt((pair >> (11 - (bit & 7))) & 31);
  }).join('');
}
