import type { components } from './contracts';

type Schemas = components['schemas'];

export type AskedTable = Schemas['AskedTable'];
export type CauseRoundView = Schemas['CauseRoundView'];
export type ChangeCauseView = Schemas['ChangeCauseView'];
export type TableChangeSummary = Schemas['TableChangeSummary'];
export type TableStatusView = Schemas['TableStatusView'];
export type TableStatusesView = Schemas['TableStatusesView'];

export interface DocumentTableView {
  readonly instance: string;
  readonly tag: string;
  readonly title?: string | null;
  readonly caption?: string | null;
  readonly state: string;
  readonly reason?: string | null;
  readonly changes?: number;
  readonly conflicts?: number;
  readonly editedCells?: number;
  readonly duplicate?: boolean;
  readonly recordLost?: boolean;
  readonly nested?: boolean;
  readonly damaged?: boolean;
  readonly recordedAsOf?: string | null;
  readonly currentAsOf?: string | null;
  readonly summary?: TableChangeSummary | null;
  readonly definition?: string | null;
}

export interface DocumentStatusView { readonly checkedAt: string; readonly tables: readonly DocumentTableView[] }

export interface RegisteredTable {
  readonly instance: string;
  readonly tag: string;
  readonly concept: string;
  readonly definition: string;
  readonly parameters: string;
  readonly hash: string;
  readonly asOf?: string | null;
  readonly items?: { readonly key: string; readonly revision: number }[];
}

export interface RegisterDocument { readonly name: string; readonly link?: string | null; readonly tables: RegisteredTable[] }
