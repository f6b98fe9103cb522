import type { TableStatusView } from '../../api/documents';
import type { Plan } from '../../tables/changes';
import type { TableDocument } from '../../tables/current';
import { stateOf as stateOfPlan, type TableState } from '../../tables/state';
import type { DocumentTable } from '../../word/document';

/** How a table stands; `unchecked` where the API was never asked. */
export type EntryState = TableState | 'unchecked';

/** A table of the document with what is known about it. */
export interface Entry {
  readonly table: DocumentTable;
  /** What the API said last; null where it was never asked. */
  readonly status: TableStatusView | null;
  /** What the table would become; null where it cannot be compared. */
  readonly target: TableDocument | null;
  /** How it would become that; null without a target. */
  readonly plan: Plan | null;
}

export function stateOf({ status, plan }: Entry): EntryState {
  if (plan) {
    return stateOfPlan(plan);
  }

  return status === null ? 'unchecked' : status.state === 'current' || status.state === 'outdated' ? status.state : 'unknown';
}

/** How many of its changes meet an edit by hand. */
export function conflictsOf({ plan }: Entry): number {
  return plan?.changes.filter(({ conflict }) => conflict).length ?? 0;
}

/** Whether something can be done without asking: it has changes that are no conflicts. */
export function isRefreshable({ plan }: Entry): boolean {
  return plan !== null && (plan.shape ? plan.changes.length === 0 : plan.changes.some(({ conflict }) => !conflict));
}
