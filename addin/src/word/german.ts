// The words in documents. Documents are German whatever the reader's language, as on the server.

const day = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' });

/** The word before a table's number. */
export const captionLabel = 'Tabelle';

/** "22.11.2026": the day in Germany. */
export const germanDay = (asOf: string): string => day.format(new Date(asOf));

export const stand = (asOf: string): string => `Stand: ${germanDay(asOf)}`;

/** The last "Stand" of a caption. */
export const standIn = (caption: string): string | null => Array.from(caption.matchAll(/Stand: (\d{2}\.\d{2}\.\d{4})/g)).at(-1)?.[1] ?? null;

/** Whether a paragraph reads like a caption of ours. */
export const looksLikeCaption = (text: string): boolean => /^Tabelle\s+\d+\s*:\s+\S/.test(text.trim());
