import type { FakeDocument } from './document';
import { contains, isElement, type Node } from './xml';

/** An error as Office.js gives it. */
export class FakeError extends Error {
  constructor(
    readonly code: string,
    message = code,
    readonly debugInfo: Readonly<Record<string, string>> = { errorLocation: message },
  ) {
    super(message);
    this.name = 'RichApi.Error';
  }
}

/** What a class of the API can do here. Names and numbers of parameters are compared with the official declarations by a test. */
export interface ClassSpec {
  readonly properties?: Readonly<Record<string, PropertySpec>>;
  /** Navigation: another object of the API; a model of null is a null object. */
  readonly objects?: Readonly<Record<string, readonly [type: string, (model: never, document: FakeDocument) => unknown]>>;
  readonly methods?: Readonly<Record<string, MethodSpec>>;
  /** For collections: the type of the items, and how to find them. */
  readonly items?: readonly [type: string, (model: never, document: FakeDocument) => unknown[]];
}

export interface PropertySpec {
  readonly get: (model: never, document: FakeDocument) => unknown;
  readonly set?: (model: never, value: never, document: FakeDocument) => void;
}

export interface MethodSpec {
  /** The type of the returned object; `result` for a ClientResult, absent for nothing. */
  readonly returns?: string;
  readonly run: (document: FakeDocument, model: never, ...args: never[]) => unknown;
}

type Action = () => void;

/** A batch: what was asked for, carried out in order by `sync`. */
export class FakeContext {
  readonly #classes: Readonly<Record<string, ClassSpec>>;
  #document: FakeProxy | null = null;
  #running = false;
  #queue: { readonly name: string; readonly action: Action }[] = [];

  constructor(
    readonly fake: { document: FakeDocument; batches: string[][]; failNext: { code: string; at: RegExp } | null },
    classes: Readonly<Record<string, ClassSpec>>,
  ) {
    this.#classes = classes;
  }

  get document(): FakeProxy {
    return (this.#document ??= this.proxy('Document', 'document', () => this.fake.document));
  }

  /** For later; while a batch is carried out (items of a collection that is being loaded), at once. */
  enqueue(name: string, action: Action): void {
    if (this.#running) {
      action();
    } else {
      this.#queue.push({ name, action });
    }
  }

  /** An object of the API whose model is found when the batch is carried out. */
  proxy(type: string, name: string, find: () => unknown): FakeProxy {
    const spec = this.#classes[type];
    if (spec === undefined) {
      throw new FakeError('NotImplemented', `The fake has no ${type}.`);
    }

    return new FakeProxy(this, type, spec, name, find);
  }

  /** Carries out the batch. An error ends it: what stood before is done, what stands behind is not, as in Office. */
  async sync(): Promise<void> {
    const batch = this.#queue;
    this.#queue = [];
    await Promise.resolve();
    this.fake.batches.push(batch.map((entry) => entry.name));

    // What only reads needs no way back.
    const changes = batch.some(({ name }) => changing.test(name));
    if (changes) {
      this.fake.document.remember();
    }

    this.#running = true;
    try {
      for (const { name, action } of batch) {
        if (this.fake.failNext?.at.test(name) === true) {
          const { code } = this.fake.failNext;
          this.fake.failNext = null;
          throw new FakeError(code, `${code} at ${name}`);
        }

        action();
      }
    } finally {
      this.#running = false;
      if (changes) {
        this.fake.document.forgetIfSame();
      }
    }
  }

  load(object: FakeProxy, properties: string | readonly string[]): void {
    object.load(properties);
  }
}

const changing = / =$|\.(insert|delete|add|set)\w*\(\)$/;

const unset = Symbol('not carried out yet');

/** An object of the API: nothing of it can be read before it was loaded and the batch was carried out. */
export class FakeProxy {
  [member: string]: unknown;

  readonly #values = new Map<string, unknown>();
  readonly #children = new Map<string, FakeProxy>();
  #model: unknown = unset;
  #items: FakeProxy[] | null = null;

  constructor(
    readonly context: FakeContext,
    readonly type: string,
    readonly spec: ClassSpec,
    readonly path: string,
    find: () => unknown,
  ) {
    context.enqueue(path, () => { this.#model = find(); });
    for (const [name, property] of Object.entries(spec.properties ?? {})) {
      Object.defineProperty(this, name, { enumerable: true, get: () => this.#read(name), set: (value: unknown) => { this.#write(name, property, value); } });
    }

    for (const [name, [child, step]] of Object.entries(spec.objects ?? {})) {
      Object.defineProperty(this, name, { enumerable: true, get: () => this.#child(name, child, step) });
    }

    for (const [name, method] of Object.entries(spec.methods ?? {})) {
      this[name] = (...args: unknown[]) => this.#call(name, method, args);
    }

    if (spec.items !== undefined) {
      Object.defineProperty(this, 'items', { enumerable: true, get: () => this.#loadedItems() });
    }
  }

  get isNullObject(): boolean {
    if (this.#model === unset) {
      throw notLoaded(this, 'isNullObject');
    }

    return this.#model === null;
  }

  /** Asks for properties: `a, b/c`, `items/a` or `a` of all items for a collection. */
  load(asked?: string | readonly string[]): this {
    const names = (typeof asked === 'string' ? asked.split(',') : (asked ?? [])).map((name) => name.trim()).filter((name) => name !== '');
    if (asked !== undefined && typeof asked !== 'string' && !Array.isArray(asked)) {
      throw new FakeError('NotImplemented', 'The fake loads by names only.');
    }

    if (this.spec.items !== undefined) {
      this.#loadItems(names.map((name) => (name === 'items' ? '' : name.replace(/^items\//, ''))).filter((name) => name !== ''));
      return this;
    }

    for (const name of names) {
      this.#loadOne(name);
    }

    return this;
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries(this.#values);
  }

  /** Office keeps objects across batches only when told so; here they live as long as their batch's document. */
  track(): this {
    return this;
  }

  untrack(): this {
    return this;
  }

  #loadOne(name: string): void {
    const [head = '', ...rest] = name.split('/');
    if (rest.length > 0) {
      const child = this[head];
      if (!(child instanceof FakeProxy)) {
        throw new FakeError('InvalidArgument', `${this.path} has no ${head}.`);
      }

      child.load(rest.join('/'));
      return;
    }

    const property = this.spec.properties?.[head];
    if (property === undefined) {
      this.context.enqueue(`${this.path}.load(${head})`, () => { throw new FakeError('InvalidArgument', `${this.path} has no property ${head}.`); });
      return;
    }

    this.context.enqueue(`${this.path}.load(${head})`, () => {
      if (this.#model !== null) {
        this.#values.set(head, property.get(this.#known() as never, this.context.fake.document));
      }
    });
  }

  #loadItems(names: readonly string[]): void {
    this.context.enqueue(`${this.path}.load(items)`, () => {
      const [type, find] = this.spec.items ?? ['', () => []];
      const models = this.#model === null ? [] : find(this.#known() as never, this.context.fake.document);
      this.#items = models.map((model, index) => {
        const item = this.context.proxy(type, `${this.path}[${index}]`, () => model);
        item.load(names);
        return item;
      });
    });
  }

  #loadedItems(): FakeProxy[] {
    if (this.#items === null) {
      throw notLoaded(this, 'items');
    }

    return this.#items;
  }

  #read(name: string): unknown {
    if (!this.#values.has(name)) {
      throw notLoaded(this, name);
    }

    return this.#values.get(name);
  }

  #write(name: string, property: PropertySpec, value: unknown): void {
    const { set } = property;
    if (set === undefined) {
      throw new FakeError('InvalidOperation', `${this.path}.${name} is read-only.`);
    }

    this.#values.set(name, value);
    this.context.enqueue(`${this.path}.${name} =`, () => {
      this.#requireWritable();
      set(this.#known() as never, value as never, this.context.fake.document);
    });
  }

  #child(name: string, type: string, step: (model: never, document: FakeDocument) => unknown): FakeProxy {
    const known = this.#children.get(name);
    if (known !== undefined) {
      return known;
    }

    const child = this.context.proxy(type, `${this.path}.${name}`, () => this.#follow(name, step));
    this.#children.set(name, child);
    return child;
  }

  #follow(name: string, step: (model: never, document: FakeDocument) => unknown): unknown {
    if (this.#model === null && name.endsWith('OrNullObject')) {
      return null;
    }

    return orNull(name, step(this.#known() as never, this.context.fake.document), this.path);
  }

  #call(name: string, method: MethodSpec, args: readonly unknown[]): unknown {
    const path = `${this.path}.${name}()`;
    const run = () => {
      if (this.#model === null && name.endsWith('OrNullObject')) {
        return null;
      }

      if (writes(name)) {
        this.#requireWritable();
      }

      const passed = args.map((argument) => (argument instanceof FakeProxy ? argument.#known() : argument));
      return method.run(this.context.fake.document, this.#known() as never, ...(passed as never[]));
    };
    if (method.returns === 'result') {
      const result = new FakeResult();
      this.context.enqueue(path, () => { result.set(run()); });
      return result;
    }

    if (method.returns !== undefined) {
      return this.context.proxy(method.returns, path, () => orNull(name, run(), this.path));
    }

    this.context.enqueue(path, run);
    return undefined;
  }

  #requireWritable(): void {
    if (this.context.fake.document.isProtected) {
      throw new FakeError('AccessDenied', `${this.path}: the document is protected.`);
    }
  }

  #known(): unknown {
    if (this.#model === unset) {
      throw new FakeError('InvalidObjectPath', `${this.path} belongs to a batch that was not carried out.`);
    }

    if (this.#model === null) {
      throw new FakeError('ItemNotFound', `${this.path} is a null object.`);
    }

    if (isElement(this.#model as Node | null) && !contains(this.context.fake.document.document, this.#model as Node)) {
      throw new FakeError('ItemNotFound', `${this.path} is no longer in the document.`);
    }

    return this.#model;
  }
}

/** A value a method gives, readable after the batch. */
export class FakeResult {
  #value: unknown = unset;

  get value(): unknown {
    if (this.#value === unset) {
      throw new FakeError('ValueNotLoaded', 'The value of the result is not there before sync.');
    }

    return this.#value;
  }

  set(value: unknown): void {
    this.#value = value;
  }
}

const writes = (name: string): boolean => /^(insert|delete|add|set|clear)/.test(name);

function orNull(name: string, model: unknown, path: string): unknown {
  if ((model === null || model === undefined) && !name.endsWith('OrNullObject')) {
    throw new FakeError('ItemNotFound', `${path}.${name}`);
  }

  return model ?? null;
}

const notLoaded = (proxy: FakeProxy, name: string): FakeError =>
  new FakeError('PropertyNotLoaded', `The property '${name}' of ${proxy.path} is not available. Before reading it, call load on the object and "context.sync()" on its context.`);
