import { analyse } from './analysis';
import { applyRows } from './apply-rows';
import type { Decisions, Outcome, ShownTable } from './changes';
import type { TableDocument } from './current';
import { hashOf } from './hash';
import { Ids } from './ids';
import { planOf } from './plan';
import type { TableRecord } from './record';
import { sameShape } from './shape';

/**
 * What carrying out a plan means: steps in the document and the record afterwards.
 * @param decisions By id of change or edit, see `Decisions`. Plain changes that are not mentioned are not accepted: see `acceptAll`.
 * @param instance The table's, for where the record is lost.
 * @throws RangeError where the columns differ: then only the whole table can be replaced.
 */
export async function applyPlan(record: TableRecord | null, shown: ShownTable, current: TableDocument, decisions: Decisions, instance: string): Promise<Outcome> {
  if (!sameShape(record, shown, current)) {
    throw new RangeError('The columns differ: the table can only be replaced as a whole.');
  }

  const analysis = analyse(record, shown, current);
  const ids = new Ids();
  planOf(analysis, ids);
  const decided = (kind: string, ...place: number[]) => decisions.get(ids.at(kind, ...place) ?? '');
  const { operations, rows, open } = applyRows(analysis, decided);
  const columns = record?.columns ?? current.columns.map(({ key, heading }, index) => ({ key, heading: shown.headings[index] ?? heading }));
  const { concept, definition, parameters } = current;
  const after = { instance: record?.instance ?? instance, concept, definition, parameters, columns, rows };
  const asOf = open === 0 ? (current.asOf ?? null) : (record?.asOf ?? null);
  return { operations, record: { ...after, hash: await hashOf(after), asOf }, open };
}
