/** An element of a small XML document: name and attributes without prefix, the text directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s<>/=]+)((?:\s+[^\s<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([^\s<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entity = /&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot|apos));|&/gi;
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads a small XML document. Own, because the same code runs in Word, in browsers and in tests, and because a document type
 * (entities that grow) is refused by never being understood. Returns null where the text is not well-formed.
 */
export function parseXml(xml: string): XmlElement | null {
  const open: { element: XmlElement; qualified: string; prefixes: ReadonlyMap<string, string> }[] = [];
  let root: XmlElement | null = null;
  token.lastIndex = xml.startsWith('\uFEFF') ? 1 : 0;
  while (token.lastIndex < xml.length) {
    const match = token.exec(xml);
    if (match === null) {
      return null;
    }

    const [, cdata, closing, qualified, attributes, empty, text] = match;
    const parent = open.at(-1);
    if (cdata !== undefined || text !== undefined) {
      const decoded = cdata ?? decode(text ?? '');
      if (decoded === null || (parent === undefined && decoded.trim() !== '')) {
        return null;
      }

      if (parent !== undefined) {
        parent.element.text += decoded.replace(/\r\n?/g, '\n');
      }
    } else if (qualified !== undefined && closing === '/') {
      if (open.pop()?.qualified !== qualified) {
        return null;
      }
    } else if (qualified !== undefined) {
      const started = start(qualified, attributes ?? '', parent?.prefixes ?? new Map());
      if (started === null || (parent === undefined && root !== null)) {
        return null;
      }

      root ??= started.element;
      parent?.element.children.push(started.element);
      if (empty !== '/') {
        open.push(started);
      }
    }
  }

  return open.length === 0 ? root : null;
}

/** A text as it stands between tags or in double quotes; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;')
    .replace(/\r/g, '&#xD;');
}

function start(qualified: string, attributes: string, inherited: ReadonlyMap<string, string>) {
  const prefixes = new Map(inherited);
  const values = new Map<string, string>();
  for (const [, name = '', double, single] of attributes.matchAll(attribute)) {
    const value = decode((double ?? single ?? '').replace(/[\t\n\r]/g, ' '));
    if (value === null) {
      return null;
    }

    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      prefixes.set(name.slice(6), value);
    } else {
      values.set(name.slice(name.indexOf(':') + 1), value);
    }
  }

  const colon = qualified.indexOf(':');
  const namespace = prefixes.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? '';
  const element: XmlElement = { name: qualified.slice(colon + 1), namespace, attributes: values, children: [], text: '' };
  return { element, qualified, prefixes };
}

function decode(text: string): string | null {
  // An ampersand that begins nothing known, and numbers that are no characters, make the document not well-formed.
  const bad = Array.from(text.matchAll(entity)).some(([, decimal, hex, name]) => {
    const code = codeOf(decimal, hex);
    return code === null ? name === undefined : code < 1 || code > 0x10ffff;
  });
  return bad
    ? null
    : text.replace(entity, (_, decimal?: string, hex?: string, name?: string) => {
        const code = codeOf(decimal, hex);
        return code === null ? (named[name?.toLowerCase() ?? ''] ?? '') : String.fromCodePoint(code);
      });
}

const codeOf = (decimal?: string, hex?: string): number | null => (decimal !== undefined ? parseInt(decimal, 10) : hex !== undefined ? parseInt(hex, 16) : null);
