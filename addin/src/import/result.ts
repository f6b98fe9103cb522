import type { ImportReport } from '../api/types';
import { button, element, newId } from '../shared/element';
import type { Texts } from '../texts';
import { columns } from './columns';
import type { Decisions } from './decisions';
import { edition } from './edition';
import { problems } from './problems';
import { questions } from './questions';
import { readings } from './readings';
import { otherRows } from './rows';
import { summary } from './summary';

/** What a reading is shown with. */
export interface Shown {
  readonly report: ImportReport;
  readonly file: string;
  readonly decisions: Decisions;
  readonly texts: Texts;
  /** Called after every decision. */
  readonly changed: () => void;
}

/** Shows how a list is read, in place of what stood there.
 * @returns The heading. */
export function showReading(place: HTMLElement, { report, file, decisions, texts, changed }: Shown): HTMLElement {
  const { list } = report;
  const heading = element('h2', {}, texts.resultHeading(file));

  // Errors keep rows out and come early; what was only noticed can wait.
  const hasErrors = report.problems.some(({ severity }) => severity === 'error');
  const parts = [
    section(texts.summary, summary(report, texts)),
    ...(hasErrors ? remarks() : []),
    ...(list ? [
      section(texts.questions, questions(list, decisions, changed, texts), list.questions.length),
      section(texts.columns, columns(list, decisions, changed, texts)),
      section(texts.readings, readings(list, texts), countOf(report, true)),
      section(texts.otherRows, otherRows(list, texts), countOf(report, false)),
      section(texts.edition, edition(list, texts), list.edition.changes.length),
    ] : []),
    ...(hasErrors ? [] : remarks()),
  ];
  const nav = element('nav', { class: 'sections', 'aria-label': texts.sections }, element('ul', {}, ...parts.map((part) => element('li', {}, part.link))));
  place.replaceChildren(heading, nav, ...parts.map((part) => part.section));
  return heading;

  function remarks() {
    return report.problems.length > 0 ? [section(texts.problems, problems(report, texts), report.problems.length + (report.furtherProblems ?? 0))] : [];
  }

  function section(title: string, content: Node[], count?: number) {
    const id = newId('section');
    const shown = count === undefined ? title : `${title} (${texts.number(count)})`;
    const head = element('h3', { id, tabindex: -1 }, shown);
    return {
      link: element('a', { href: `#${id}`, onclick: (event) => {
        event.preventDefault();
        head.focus();
        head.scrollIntoView();
      } }, shown),
      section: element('section', { class: 'card', 'aria-labelledby': id }, head, ...content),
    };
  }
}

/** Shows what an import did, in place of the reading.
 * @returns The heading. */
export function showImported(place: HTMLElement, { report, texts, download, another }: { readonly report: ImportReport; readonly texts: Texts; readonly download: () => void; readonly another: () => void }): HTMLElement {
  const heading = element('h2', {}, texts.importedHeading);
  const of = (counts: ImportReport['created']) => counts.measures ?? 0;
  const left = report.list?.rows.filter((row) => row.needsPerson === true).length ?? 0;
  place.replaceChildren(heading, element('section', { class: 'card', 'aria-label': texts.importedHeading },
    element('p', {}, element('strong', {}, texts.imported(of(report.created), of(report.updated), of(report.unchanged), report.rejected + left))),
    ...(report.list ? [element('p', {}, texts.keepMapping)] : []),
    element('p', { class: 'buttons' },
      report.list ? button(texts.download, download, { appearance: 'primary' }) : null,
      button(texts.another, another)),
    ...(report.problems.length > 0 ? problems(report, texts) : [])));
  return heading;
}

function countOf(report: ImportReport, measures: boolean): number {
  return (report.list?.kinds ?? []).filter(({ kind }) => kind !== 'blank' && (kind === 'measure') === measures).reduce((sum, { count }) => sum + count, 0);
}
