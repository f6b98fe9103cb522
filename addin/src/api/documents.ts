import type { components } from './contracts';

type Schemas = components['schemas'];

export type AskedTable = Schemas['AskedTable'];
export type CauseRoundView = Schemas['CauseRoundView'];
export type ChangeCauseView = Schemas['ChangeCauseView'];
export type TableChangeSummary = Schemas['TableChangeSummary'];
export type TableStatusView = Schemas['TableStatusView'];
export type TableStatusesView = Schemas['TableStatusesView'];
export type DocumentStatusView = Schemas['DocumentStatusView'];
export type DocumentTableView = Schemas['DocumentTableView'];
export type RegisterDocument = Schemas['RegisterDocument'];
export type RegisteredTable = Schemas['RegisteredTable'];
