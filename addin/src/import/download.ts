import type { ListMapping } from '../api/types';

/** The name of a mapping file: beside its list when sorted by name. */
export function mappingName(list: string): string {
  return `${list.replace(/\.[^.]+$/, '')}.zuordnung.json`;
}

/** Hands a mapping to the browser as a file. */
export function saveMapping(mapping: ListMapping, list: string): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(mapping, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = mappingName(list);
  link.click();
  setTimeout(() => { URL.revokeObjectURL(address); });
}
