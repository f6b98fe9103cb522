import { createRequire } from 'node:module';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { classes } from '../../fake/src/word';
import { fakeOffice } from '../../fake/src/office';

/** A member of the official API: how many arguments it takes at most, or null for a property; and whether it can be written. */
interface Member {
  readonly parameters: number | null;
  readonly isReadOnly: boolean;
  readonly type: string;
}

let word: Map<string, Map<string, Member>>;
let office: Map<string, Set<string>>;

// The declarations are parsed, not checked: 190,000 lines, and names and parameters are all that is asked.
beforeAll(() => {
  const file = createRequire(import.meta.url).resolve('@types/office-js/index.d.ts');
  const source = ts.createSourceFile(file, ts.sys.readFile(file) ?? '', ts.ScriptTarget.ES2022);
  word = new Map();
  office = new Map();
  source.forEachChild((node) => {
    if (ts.isModuleDeclaration(node) && node.body !== undefined && ts.isModuleBlock(node.body)) {
      const read = node.name.text === 'Word' ? readClass : node.name.text === 'Office' ? readOffice : () => undefined;
      node.body.statements.forEach(read);
    }
  });
}, 60_000);

function readClass(statement: ts.Statement): void {
  if (!ts.isClassDeclaration(statement) || statement.name === undefined) {
    return;
  }

  const members = word.get(statement.name.text) ?? new Map<string, Member>();
  word.set(statement.name.text, members);
  for (const member of statement.members) {
    const name = member.name !== undefined && ts.isIdentifier(member.name) ? member.name.text : '';
    if (ts.isMethodDeclaration(member)) {
      const known = members.get(name)?.parameters ?? 0;
      members.set(name, { parameters: Math.max(known, member.parameters.length), isReadOnly: true, type: textOf(member.type) });
    } else if (ts.isPropertyDeclaration(member)) {
      const isReadOnly = ts.getModifiers(member)?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword) ?? false;
      members.set(name, { parameters: null, isReadOnly, type: textOf(member.type) });
    }
  }
}

const textOf = (type: ts.TypeNode | undefined): string => (type !== undefined && ts.isTypeReferenceNode(type) ? (ts.isQualifiedName(type.typeName) ? type.typeName.right.text : type.typeName.text) : '');

function readOffice(statement: ts.Statement): void {
  if (ts.isInterfaceDeclaration(statement) || ts.isEnumDeclaration(statement)) {
    const names = office.get(statement.name.text) ?? new Set<string>();
    office.set(statement.name.text, names);
    statement.members.forEach((member: ts.TypeElement | ts.EnumMember) => { if (member.name !== undefined && 'text' in member.name) { names.add(member.name.text); } });
  } else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
    office.set(statement.name.text, new Set());
  } else if (ts.isVariableStatement(statement)) {
    statement.declarationList.declarations.forEach((declaration) => { if (ts.isIdentifier(declaration.name)) { office.set(declaration.name.text, new Set()); } });
  }
}

describe.each(Object.entries(classes))('Word.%s is faked as it is declared', (name, spec) => {
  it('is a class of the API', () => {
    expect(word.get(name)).toBeDefined();
  });

  it.each(Object.entries(spec.properties ?? {}))('property %s', (property, { set }) => {
    const member = word.get(name)?.get(property);
    expect(member?.parameters).toBeNull();
    expect(set !== undefined && member?.isReadOnly).not.toBe(true);
  });

  it.each(Object.entries(spec.objects ?? {}))('object %s', (object, [type]) => {
    expect(word.get(name)?.get(object)).toMatchObject({ parameters: null, isReadOnly: true, type });
  });

  it.each(Object.entries(spec.methods ?? {}))('method %s', (method, { run, returns }) => {
    const member = word.get(name)?.get(method);
    expect(member?.parameters).not.toBeNull();

    // The first two parameters are the fake's own: the document and the object.
    expect(Math.max(0, run.length - 2)).toBeLessThanOrEqual(member?.parameters ?? -1);
    expect(member?.type).toBe(returns === undefined ? '' : returns === 'result' ? 'ClientResult' : returns);
  });

  it('has items only where it has them', () => {
    expect(word.get(name)?.has('items') ?? false).toBe(spec.items !== undefined || name === 'StyleCollection');
  });
});

describe('Office is faked as it is declared', () => {
  const { Office } = fakeOffice();

  it.each(Object.keys(Office))('%s', (member) => {
    expect(office.has(member)).toBe(true);
  });

  it.each([
    ['Context', Office.context],
    ['Document', Office.context.document],
    ['Settings', Office.context.document.settings],
    ['RequirementSetSupport', Office.context.requirements],
    ['AddinCommands', {}],
    ['Addin', Office.addin],
    ['Actions', Office.actions],
    ['StartupBehavior', Office.StartupBehavior],
    ['PlatformType', Office.PlatformType],
    ['DocumentMode', Office.DocumentMode],
    ['AsyncResultStatus', Office.AsyncResultStatus],
  ])('Office.%s', (type, value) => {
    expect(Object.keys(value).filter((member) => office.get(type)?.has(member) !== true)).toEqual([]);
  });
});
