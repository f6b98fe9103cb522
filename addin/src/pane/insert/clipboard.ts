import type { TableCell, TableDocument } from '../../tables/current';

/** A table for the clipboard: HTML for programs that take it, text for the others. */
export interface Copied {
  readonly html: string;
  readonly text: string;
}

const border = 'border:1px solid #8496b0;padding:4px 6px;vertical-align:top;text-align:';

/** Writes a table as word processors and spreadsheets paste it; the rules stand in each cell, because they read no style sheet. */
export function copyOf(table: TableDocument, stand: string): Copied {
  const align = (column: number) => (table.columns[column]?.numeric ? 'right' : 'left');
  const head = table.columns.map(({ heading }, column) => `<th scope="col" style="${border}${align(column)}">${escape(heading)}</th>`).join('');
  const rows = table.rows.map((row) => `<tr>${row.cells.map((cell, column) => `<td style="${border}${align(column)}">${cell.items.map(({ text }) => `<p style="margin:0">${escape(text)}</p>`).join('')}</td>`).join('')}</tr>`);
  const caption = [table.title, stand].filter(Boolean).join(' – ');
  return {
    html: `<table lang="de" style="border-collapse:collapse"><caption style="text-align:left">${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    text: [caption, table.columns.map(({ heading }) => plain(heading)).join('\t'), ...table.rows.map((row) => row.cells.map((cell) => plain(textOf(cell))).join('\t'))].join('\r\n'),
  };
}

/**
 * Puts both on the clipboard. Called from a click: browsers allow it to nobody else.
 * @returns Whether the browser let us.
 */
export async function toClipboard(copied: Copied): Promise<boolean> {
  if (byCommand(copied)) {
    return true;
  }

  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([copied.html], { type: 'text/html' }), 'text/plain': new Blob([copied.text], { type: 'text/plain' }) })]);
    return true;
  } catch {
    return false;
  }
}

// The older way comes first: pages in frames often have no other, and the newer one loses the cells' rules to the page's own policy.
function byCommand({ html, text }: Copied): boolean {
  let filled = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    filled = true;
  };
  document.addEventListener('copy', fill);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- See above.
    return document.execCommand('copy') && filled;
  } finally {
    document.removeEventListener('copy', fill);
  }
}

const textOf = (cell: TableCell): string => cell.items.map(({ text }) => text).join('; ');
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
