import { button, element, newId } from '../../shared/element';
import type { Decision } from '../../tables/changes';
import type { DiffPart } from '../../tables/words';
import type { PaneTexts } from '../../texts/pane';
import { acceptAll } from '../../tables/state';
import type { Entry } from './entry';
import { captionOf } from './list-model';
import { decided, proposalOf, type ShownChange, type ShownText } from './proposal-model';

/** What can be done with a proposal. */
export interface ProposalActions {
  readonly back: () => void;
  readonly goTo: () => void;
  readonly apply: (decisions: Map<string, Decision>) => void;
  readonly replace: () => void;
}

/** So many changes are drawn at first; all of them count. */
const firstChanges = 60;

/** What a refresh would change, to be accepted as a whole or singly. Plain changes begin accepted; conflicts and edits begin undecided. */
export function proposalView(entry: Entry, actions: ProposalActions, texts: PaneTexts): HTMLElement {
  const proposal = proposalOf(entry, texts);
  const decisions = new Map<string, Decision>(entry.plan ? acceptAll(entry.plan) : []);
  const boxes = new Map<string, HTMLInputElement>();
  const selection = button('', () => {
    if (decided(decisions) > 0) {
      actions.apply(decisions);
    }
  });
  const count = () => {
    const ready = decided(decisions);
    selection.textContent = texts.takeSelected(ready);
    selection.toggleAttribute('disabled-focusable', ready === 0);
    selection.setAttribute('aria-disabled', String(ready === 0));
    turn.textContent = plainTaken() ? texts.takeNone : texts.takeEvery;
  };
  const plainTaken = () => proposal.plain.some(({ id }) => decisions.has(id));
  const turn = button('', () => {
    const take = !plainTaken();
    for (const { id } of proposal.plain) {
      decide(id, take ? 'accept' : '');
      const box = boxes.get(id);
      if (box) {
        box.checked = take;
      }
    }
  }, { size: 'small', appearance: 'subtle' });
  const decide = (id: string, decision: Decision | '') => {
    if (decision === '') {
      decisions.delete(id);
    } else {
      decisions.set(id, decision);
    }

    count();
  };
  count();

  return element('section', { class: 'proposal', 'aria-labelledby': 'proposal-heading' },
    button(texts.back, actions.back, { size: 'small', appearance: 'subtle' }),
    element('h2', { 'id': 'proposal-heading', 'tabindex': -1, 'data-focus': 'heading' }, texts.proposalFor(captionOf(entry, texts))),
    element('p', {}, `${proposal.summary}.`),
    ...(proposal.shape ? whole(proposal.conflicts, actions, texts) : [
      ...group(texts.conflictChanges, texts.conflictHint, proposal.conflicts, (change) => choice(change, decide, texts), texts),
      ...group(texts.plainChanges, '', proposal.plain, (change) => plain(change, decide, boxes, texts), texts, proposal.plain.length > 1 ? turn : undefined),
      ...group(texts.edits, texts.editsHint, proposal.edits, (change) => choice(change, decide, texts), texts),
      bar(),
    ]));

  function bar(): HTMLElement {
    const all = proposal.plain.length > 0 && button(texts.takeAll, () => {
      for (const { id } of proposal.plain) {
        decisions.set(id, 'accept');
      }

      actions.apply(decisions);
    }, { appearance: 'primary' });
    const something = proposal.plain.length + proposal.conflicts.length + proposal.edits.length > 0;
    return element('div', { class: 'bar buttons' }, all, something && selection);
  }
}

function group(heading: string, hint: string, changes: readonly ShownChange[], draw: (change: ShownChange) => HTMLElement, texts: PaneTexts, control?: HTMLElement): Node[] {
  if (changes.length === 0) {
    return [];
  }

  const list = element('ul', { class: 'changes' }, ...changes.slice(0, firstChanges).map(draw));
  const rest = changes.slice(firstChanges);
  const more = rest.length > 0 ? button(texts.furtherRows(rest.length), () => {
    const drawn = rest.map(draw);
    list.append(...drawn);
    more?.remove();
    drawn[0]?.querySelector('input')?.focus();
  }) : null;
  return [element('h3', {}, `${heading} (${texts.number(changes.length)})`), ...(hint ? [element('p', { class: 'soft' }, hint)] : []), ...(control ? [control] : []), list, ...(more ? [more] : [])];
}

function plain(change: ShownChange, decide: (id: string, decision: Decision | '') => void, boxes: Map<string, HTMLInputElement>, texts: PaneTexts): HTMLElement {
  const details = newId('change');
  const box = element('input', { 'type': 'checkbox', 'checked': true, 'aria-describedby': details, 'onchange': () => { decide(change.id, box.checked ? 'accept' : ''); } });
  boxes.set(change.id, box);
  return element('li', { 'class': 'change', 'data-change': change.id },
    element('label', { class: 'choice' }, box, element('strong', {}, change.title)),
    element('div', { id: details }, ...change.texts.map((text) => shownText(text, texts)), causes(change, texts)));
}

function choice(change: ShownChange, decide: (id: string, decision: Decision | '') => void, texts: PaneTexts): HTMLElement {
  const name = newId('decision');
  return element('li', { 'class': 'change', 'data-change': change.id },
    element('fieldset', {},
      element('legend', {}, change.title),
      ...change.texts.map((text) => shownText(text, texts)),
      change.causes.length > 0 && causes(change, texts),
      ...change.choices.map(({ value, label, hint }) => element('label', { class: 'choice' },
        element('input', { type: 'radio', name, value: value || 'undecided', checked: value === '', onchange: () => { decide(change.id, value); } }),
        element('span', {}, label, hint ? element('small', {}, ` – ${hint}`) : null)))));
}

function whole(lost: readonly ShownChange[], actions: ProposalActions, texts: PaneTexts): Node[] {
  return [
    element('p', {}, texts.shapeChanged),
    element('p', {}, lost.length > 0 ? texts.replaceHint : texts.replaceNothingLost),
    element('ul', { class: 'changes' }, ...lost.map((change) => element('li', { class: 'change' }, element('strong', {}, change.title), ...change.texts.map((text) => shownText(text, texts))))),
    element('div', { class: 'bar buttons' }, button(texts.replaceWhole, actions.replace, { appearance: 'primary' })),
  ];
}

function shownText({ heading, paragraphs }: ShownText, texts: PaneTexts): HTMLElement {
  return element('div', {},
    heading ? element('p', { class: 'term' }, heading) : null,
    element('div', { class: 'texts', lang: 'de' }, ...(paragraphs.length === 0 ? [element('p', { class: 'soft', lang: texts.language }, texts.nothing)] : paragraphs.map((parts) => element('p', {}, ...parts.map((part) => marked(part, texts)))))));
}

// What is new or gone is underlined or struck through, and said in words to those who do not see it.
function marked({ kind, text }: DiffPart, texts: PaneTexts): Node | string {
  if (kind === 'same') {
    return text;
  }

  const word = (said: string) => element('span', { class: 'hidden', lang: texts.language }, said);
  const [tag, said] = kind === 'added' ? (['ins', texts.insertedWords] as const) : (['del', texts.deletedWords] as const);
  return element(tag, {}, word(`${said} `), text, word(` ${texts.endOfMark} `));
}

function causes({ causes: all }: ShownChange, texts: PaneTexts): HTMLElement {
  return element('div', { class: 'soft cause' }, ...(all.length === 0 ? [element('p', {}, texts.causeUnknown)] : all.map((sentences) => element('p', {}, sentences.join('; ')))));
}
