import type { ListPlace, ListQuestion, ListReport } from '../api/types';
import { badge, button, element, newId } from '../shared/element';
import { paged } from '../shared/paged';
import { row, table } from '../shared/table';
import type { Texts } from '../texts';
import type { Decisions, GivenAnswer } from './decisions';

const perPage = 20;
const mostRadios = 6;

/** What a person has to decide: the original beside the choices; and what was decided already. */
export function questions(list: ListReport, decisions: Decisions, changed: () => void, texts: Texts): Node[] {
  const asked = new Set(list.questions.map((question) => question.id));
  const settled = decisions.given.filter(({ question }) => !asked.has(question.id));
  return [
    list.questions.length === 0
      ? element('p', {}, texts.nothingOpen)
      : paged({
          all: list.questions,
          size: perPage,
          texts,
          label: texts.questions,
          draw: (shown) => element('div', {}, ...shown.map((question) => ask(question, decisions, changed, texts))),
        }),
    ...((list.furtherQuestions ?? 0) > 0 ? [element('p', {}, texts.furtherQuestions(list.furtherQuestions ?? 0))] : []),
    ...(settled.length > 0 ? [element('h3', {}, texts.answered), given(settled, decisions, changed, texts)] : []),
    ...(list.staleAnswers.length > 0 ? [stale(list, texts)] : []),
  ];
}

/** The first places of a question; a sheet's name only where the list has several. */
export function placesOf(places: readonly ListPlace[], rows: number, texts: Texts): string {
  const named = places.flatMap((place) => (place.row == null ? [] : [texts.place(place.sheet, place.row)]));
  return named.length === 0 ? '' : texts.where(named.join('; '), Math.max(0, rows - named.length));
}

function ask(question: ListQuestion, decisions: Decisions, changed: () => void, texts: Texts): HTMLElement {
  const answer = (value: string | undefined) => {
    if (value === undefined) {
      decisions.withdraw(question.id);
    } else {
      decisions.answer(question, value);
    }

    changed();
  };
  const current = decisions.answerTo(question.id);
  const places = placesOf(question.places, question.rows, texts);
  return element('fieldset', { class: 'question' },
    element('legend', {}, question.text, ' ', question.blocks ? badge(texts.needed, 'warning') : badge(texts.optional, 'subtle')),
    element('div', { class: 'beside' },
      element('div', {},
        element('p', { class: 'term' }, texts.asWritten),
        element('p', { class: 'written' }, question.written ?? '–'),
        places ? element('p', { class: 'where' }, places) : null),
      element('div', {},
        element('p', { class: 'term', 'aria-hidden': 'true' }, texts.decide),
        question.choices.length <= mostRadios ? radios(question, current, answer, texts) : select(question, current, answer, texts))));
}

function radios(question: ListQuestion, current: string | undefined, answer: (value: string | undefined) => void, texts: Texts): HTMLElement {
  const name = newId('question');
  const choices = [{ value: undefined, label: texts.choose }, ...question.choices];
  return element('div', { class: 'choices' }, ...choices.map((choice) => {
    const input = element('input', { type: 'radio', name, onchange: () => { answer(choice.value); } });
    input.checked = choice.value === current;
    return element('label', {}, input, ' ', choice.label);
  }));
}

function select(question: ListQuestion, current: string | undefined, answer: (value: string | undefined) => void, texts: Texts): HTMLElement {
  const made = element('select', { 'aria-label': texts.decide, onchange: () => { answer(question.choices[made.selectedIndex - 1]?.value); } },
    element('option', {}, texts.choose),
    ...question.choices.map((choice) => element('option', {}, choice.label)));
  made.selectedIndex = question.choices.findIndex((choice) => choice.value === current) + 1;
  return made;
}

function given(answers: readonly GivenAnswer[], decisions: Decisions, changed: () => void, texts: Texts): HTMLElement {
  return table(texts.answeredCaption, [texts.question, texts.answer, texts.withdraw], answers.map(({ question, value }) => {
    const line = row(question.text, question.choices.find((choice) => choice.value === value)?.label ?? value, button(texts.withdraw, () => {
      decisions.withdraw(question.id);
      const cell = line.lastElementChild;
      cell?.replaceChildren(element('span', { tabindex: -1 }, texts.withdrawn));
      (cell?.firstElementChild as HTMLElement | null)?.focus();
      changed();
    }, { 'aria-label': `${texts.withdraw}: ${question.text}` }));
    return line;
  }));
}

function stale(list: ListReport, texts: Texts): HTMLElement {
  return table(texts.staleCaption, [texts.asWritten, texts.decision, texts.reason], list.staleAnswers.map((answer) => row(answer.written ?? '–', answer.value ?? '–', answer.text)));
}
