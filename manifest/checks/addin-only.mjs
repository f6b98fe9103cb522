// The XML for Word versions without the app package. No tool checks it without sending it somewhere.
import sax from 'sax';
import { checkAddress, checkPicture } from './manifest.mjs';

/** Longest texts, in characters. */
const longest = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };

export function* checkAddinOnly({ xml, manifest, addin, addinId }) {
  let elements;
  try {
    elements = parse(xml);
  } catch (error) {
    yield `addin-only.xml: not well-formed: ${error.message.split('\n').join(' ')}`;
    return;
  }

  const text = (name) => elements.find((element) => element.name === name)?.text;
  if (text('Id') !== addinId) {
    yield `addin-only.xml: the id is ${text('Id')}, alternates.hide names ${addinId}`;
  }

  if (text('Version') !== `${manifest.version}.0`) {
    yield `addin-only.xml: version ${text('Version')} beside ${manifest.version}`;
  }

  yield* checkResources(elements, addin);
  yield* checkCommands(elements, manifest);
  for (const { name, attributes, text: content } of elements) {
    for (const value of [content, ...Object.entries(attributes).filter(([key]) => !key.startsWith('xmlns')).map(([, attribute]) => attribute)]) {
      const isPeoples = name === 'SupportUrl' || attributes.id === 'Started.Url';
      yield* checkAddress(`addin-only.xml: ${name}${isPeoples ? ' learnMoreUrl' : ''}`, value, manifest.validDomains);
    }
  }
}

function* checkResources(elements, addin) {
  const resources = new Map(elements.filter(({ attributes }) => attributes.id && attributes.DefaultValue !== undefined).map((element) => [element.attributes.id, element]));
  const used = elements.map(({ attributes }) => attributes.resid).filter(Boolean);
  for (const id of new Set(used.filter((resid) => !resources.has(resid)))) {
    yield `addin-only.xml: the resid ${id} resolves to nothing`;
  }

  for (const [id, { name, parent, attributes, children }] of resources) {
    if (!used.includes(id)) {
      yield `addin-only.xml: ${id} is used nowhere`;
    }

    const english = children.find((child) => child.attributes.Locale === 'en-US');
    if (name === 'bt:String' && !english) {
      yield `addin-only.xml: ${id} has no English text`;
    }

    for (const words of [attributes.DefaultValue, english?.attributes.Value ?? '']) {
      if (words.length > (longest[parent] ?? Infinity)) {
        yield `addin-only.xml: ${id} is longer than ${longest[parent]} characters`;
      }
    }
  }

  for (const { attributes } of elements.filter(({ name, attributes }) => name === 'bt:Image' && attributes.resid)) {
    const file = resources.get(attributes.resid)?.attributes.DefaultValue.replace(/^.*\/addin\//, '');
    yield* file === undefined ? [] : checkPicture(addin.get(file), file, Number(attributes.size));
  }

  for (const [name, size] of [['IconUrl', 32], ['HighResolutionIconUrl', 64]]) {
    const file = elements.find((element) => element.name === name)?.attributes.DefaultValue.replace(/^.*\/addin\//, '');
    yield* checkPicture(addin.get(file), file ?? name, size);
  }
}

/** The same functions as in the app package, and one that opens the pane. */
function* checkCommands(elements, manifest) {
  const [{ actions, code }] = manifest.extensions[0].runtimes;
  const functions = elements.filter(({ name }) => name === 'FunctionName').map(({ text }) => text).sort();
  const expected = actions.filter(({ type }) => type === 'executeFunction').map(({ id }) => id).sort();
  if (functions.join() !== expected.join()) {
    yield `addin-only.xml: runs ${functions.join(', ')}; manifest.json offers ${expected.join(', ')}`;
  }

  const pane = elements.find(({ name }) => name === 'SourceLocation')?.attributes.DefaultValue;
  if (pane !== code.page) {
    yield `addin-only.xml: the pane is ${pane}, in manifest.json ${code.page}`;
  }
}

/** All elements in their order; throws where the XML is not well-formed. */
function parse(xml) {
  const parser = sax.parser(true);
  const [elements, open] = [[], []];
  parser.onerror = (error) => { throw error; };
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes, parent: open.at(-1)?.name, children: [], text: '' };
    open.at(-1)?.children.push(element);
    elements.push(element);
    open.push(element);
  };
  parser.ontext = (text) => { if (open.length > 0) { open.at(-1).text += text.trim(); } };
  parser.onclosetag = () => { open.pop(); };
  parser.write(xml).close();
  return elements;
}
