import type { TableDocument } from '../tables/current';
import { escapeXml } from '../tables/xml';

/**
 * A table as HTML for Word's insertHtml: one paragraph for each item, which the server's page (lists, sections) is not. Well-formed, with
 * borders and widths of its own, because it brings no styles along.
 */
export function tableHtml({ columns, rows }: TableDocument): string {
  const cell = (tag: string, texts: readonly string[], column: TableDocument['columns'][number] | undefined) => {
    const paragraphs = (texts.length > 0 ? texts : ['']).map((text) => `<p style="margin:0${column?.numeric === true ? ';text-align:right' : ''}">${escapeXml(text).replace(/\n/g, '<br/>')}</p>`);
    return `<${tag} style="border:1px solid #8496b0;padding:2px 5px;width:${column?.share ?? 0}%;vertical-align:top${tag === 'th' ? ';background:#1f3864;color:#fff' : ''}">${paragraphs.join('')}</${tag}>`;
  };
  const header = `<tr>${columns.map((column) => cell('th', [column.heading], column)).join('')}</tr>`;
  const body = rows.map((row) => `<tr>${row.cells.map((one, index) => cell('td', one.items.map((item) => item.text), columns[index])).join('')}</tr>`);
  return `<table style="border-collapse:collapse;width:100%"><thead>${header}</thead><tbody>${body.join('')}</tbody></table>`;
}
