import type { TableChoice } from '../../api/tables';
import type { TableDefinitionView, TableParameterView } from '../../api/types';

/** What somebody has chosen so far. */
export interface Chosen {
  readonly concept: string;
  readonly definition: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Of these several values may be chosen, joined by commas. */
const several = new Set(['states']);

/** Whether several values of a parameter may be chosen. */
export function takesSeveral(parameter: TableParameterView): boolean {
  return several.has(parameter.name);
}

/** What of earlier choices a definition can take now: another concept may not have that sector. */
export function fitting(definition: TableDefinitionView, parameters: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const parameter of definition.parameters) {
    const known = new Set(parameter.values.map(({ value }) => value));
    const values = (parameters[parameter.name] ?? '').split(',').filter((value) => known.has(value));
    const [only] = parameter.values;
    if (values.length > 0) {
      kept[parameter.name] = values.join(',');
    } else if (parameter.required && only && parameter.values.length === 1) {
      kept[parameter.name] = only.value;
    }
  }

  return kept;
}

/** The parameters that must be given and are not. */
export function missing(definition: TableDefinitionView, parameters: Readonly<Record<string, string>>): TableParameterView[] {
  return definition.parameters.filter((parameter) => parameter.required && !parameters[parameter.name]);
}

/** The table to ask for; null while something is missing. */
export function toTable(chosen: Chosen, definition: TableDefinitionView | undefined): TableChoice | null {
  return chosen.concept && definition && missing(definition, chosen.parameters).length === 0 ? { ...chosen, definition: definition.id } : null;
}

/** Parameters in canonical form, "name=value" joined by ';', as a query takes them. */
export function readParameters(canonical: string): Record<string, string> {
  return Object.fromEntries(canonical.split(';').filter(Boolean).map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at), part.slice(at + 1)];
  }));
}

/** What a file of a table is called: what it shows, without signs that a file system refuses. */
export function fileName(title: string, format: string): string {
  const name = title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replaceAll(/\s+/g, ' ').trim();
  return `${name.slice(0, 120) || 'insek'}.${format}`;
}
