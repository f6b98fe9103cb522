import type { components } from './contracts';

type Schemas = components['schemas'];

export type ConceptSummary = Schemas['ConceptSummary'];
export type ImportReport = Schemas['ImportReport'];
export type ImportCounts = Schemas['ImportCounts'];
export type ImportProblem = Schemas['ImportProblem'];
export type ListReport = Schemas['ListReport'];
export type ListSheet = Schemas['ListSheet'];
export type ListColumn = Schemas['ListColumn'];
export type ListRow = Schemas['ListRow'];
export type ListReading = Schemas['ListReading'];
export type ListQuestion = Schemas['ListQuestion'];
export type ListPlace = Schemas['ListPlace'];
export type ListChange = Schemas['ListChange'];
export type ListMapping = Schemas['ListMapping'];
export type MappedColumn = Schemas['MappedColumn'];
export type TableDefinitionView = Schemas['TableDefinitionView'];
export type TableParameterView = Schemas['TableParameterView'];
