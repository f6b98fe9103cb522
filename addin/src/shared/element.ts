type Child = Node | string | null | undefined | false;
type Listener = (event: Event) => void;
type Value = string | number | boolean | null | undefined | Listener;

/**
 * Makes an element. Text stays text: nothing here reads markup.
 * @param attributes Attributes; what begins with "on" is a listener, true is an attribute without a value, false and null are none.
 */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes?: Record<string, Value>, ...children: Child[]): HTMLElementTagNameMap[K];
export function element(tag: string, attributes?: Record<string, Value>, ...children: Child[]): HTMLElement;
export function element(tag: string, attributes: Record<string, Value> = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? '' : String(value));
    }
  }

  made.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return made;
}

/** A Fluent button. Its role is written out: what an element says through its internals, not every tool hears. */
export function button(text: string, onclick: () => void, attributes: Record<string, Value> = {}): HTMLElement {
  return element('fluent-button', { role: 'button', type: 'button', onclick, ...attributes }, text);
}

/** What a mark wants to say by its colour, beside its word. */
export type Mood = 'success' | 'warning' | 'danger' | 'informative' | 'subtle';

/** A short mark beside a text. */
export function badge(text: string, color: Mood): HTMLElement {
  return element('fluent-badge', { appearance: 'tint', color }, text);
}

/** Moves the focus to something that is read out but not operated. */
export function focusOn(target: HTMLElement): void {
  target.tabIndex = -1;
  target.focus();
}

/** Takes every file that is chosen: also the same one again, changed meanwhile, which to a browser is no change. */
export function onChosen(input: HTMLInputElement, take: (file: File | undefined) => void): void {
  input.addEventListener('click', () => { input.value = ''; });
  input.addEventListener('change', () => { take(input.files?.[0]); });
}

let ids = 0;

/** An id that nothing else on the page has. */
export function newId(prefix: string): string {
  ids += 1;
  return `${prefix}-${ids}`;
}

/** Says the page's own sentences in the language of its texts. @param sentences What each part says, by its id. */
export function speak({ language, title }: { readonly language: string; readonly title: string }, sentences: Readonly<Record<string, string>>): void {
  document.documentElement.lang = language;
  document.title = title;
  for (const [id, sentence] of Object.entries(sentences)) {
    find(id, HTMLElement).textContent = sentence;
  }
}

/** A part of the page that is there before any script runs. */
export function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) {
    return found;
  }

  throw new Error(`The page has no ${id}.`);
}
