import type { Decision, Decisions, Plan } from './changes';

/** What a table is: `unknown` is the server's to say, the others follow from a plan. */
export type TableState = 'current' | 'edited' | 'outdated' | 'unknown';

export interface PlanCounts {
  readonly changes: number;
  readonly conflicts: number;
  /** Cells edited by hand or kept, and rows added or taken out by hand. */
  readonly edits: number;
}

/** The state of a table whose concept could be read. */
export const stateOf = (plan: Plan): TableState => (plan.shape || plan.changes.length > 0 ? 'outdated' : plan.edits.length > 0 ? 'edited' : 'current');

export const countsOf = (plan: Plan): PlanCounts => {
  const conflicts = plan.changes.filter((change) => change.conflict).length;
  return { changes: plan.changes.length - conflicts, conflicts, edits: plan.edits.length };
};

/** Accepts every plain change; conflicts stay undecided. */
export const acceptAll = (plan: Plan): Decisions =>
  new Map(plan.changes.filter((change) => !change.conflict).map((change): [string, Decision] => [change.id, 'accept']));
