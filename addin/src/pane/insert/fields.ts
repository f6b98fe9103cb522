import type { TableDefinitionView, TableParameterView } from '../../api/types';
import { element, newId } from '../../shared/element';
import type { PaneTexts } from '../../texts/pane';
import { takesSeveral } from './choice';

/** The fields for a table's parameters: a list where one value is chosen, boxes where several are. */
export function parameterFields(definition: TableDefinitionView, values: Readonly<Record<string, string>>, texts: PaneTexts, changed: (name: string, value: string) => void): Node[] {
  return definition.parameters.map((parameter) => {
    const value = values[parameter.name] ?? '';
    const change = (next: string) => { changed(parameter.name, next); };
    return takesSeveral(parameter) ? boxes(parameter, value, texts, change) : list(parameter, value, texts, change);
  });
}

function list(parameter: TableParameterView, value: string, texts: PaneTexts, changed: (value: string) => void): HTMLElement {
  const id = newId('parameter');
  const select = element('select', { id, required: parameter.required, onchange: () => { changed(select.value); } },
    element('option', { value: '' }, parameter.required ? texts.chooseOne : texts.allValues),
    ...parameter.values.map(({ value: own, title }) => element('option', { value: own, selected: own === value, lang: 'de' }, title)));
  return element('p', { class: 'pair' }, element('label', { for: id }, titleOf(parameter, texts)), ' ', select);
}

function boxes(parameter: TableParameterView, value: string, texts: PaneTexts, changed: (value: string) => void): HTMLElement {
  const chosen = new Set(value.split(',').filter(Boolean));
  const hint = newId('hint');
  return element('details', { open: chosen.size > 0 },
    element('summary', {}, titleOf(parameter, texts)),
    element('fieldset', { 'aria-describedby': hint },
      element('legend', { class: 'hidden' }, titleOf(parameter, texts)),
      element('small', { id: hint }, texts.statesDefault),
      ...parameter.values.map(({ value: own, title }) => {
        const box = element('input', {
          type: 'checkbox',
          checked: chosen.has(own),
          onchange: () => {
            if (box.checked) {
              chosen.add(own);
            } else {
              chosen.delete(own);
            }

            changed(parameter.values.map((each) => each.value).filter((each) => chosen.has(each)).join(','));
          },
        });
        return element('label', { class: 'choice' }, box, element('span', { lang: texts.itemState[own] ? texts.language : 'de' }, texts.itemState[own] ?? title));
      })));
}

const titleOf = ({ name, title }: TableParameterView, texts: PaneTexts): string => texts.parameterTitle[name] ?? title;
