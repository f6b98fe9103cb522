/** What became of a refresh. */
export interface Refreshed {
  readonly tables: number;
  readonly changes: number;
  /** Conflicts that wait for somebody, in all tables asked for. */
  readonly conflicts: number;
  /** Tables that stayed as they were because something failed, with the code of the first failure. */
  readonly failed: number;
  readonly why: string | null;
  /** Tables not begun because somebody cancelled. */
  readonly left: number;
}
