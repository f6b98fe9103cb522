import type { ImportReport } from '../api/types';
import { element } from '../shared/element';
import { paged } from '../shared/paged';
import { row, table } from '../shared/table';
import type { Texts } from '../texts';

const perPage = 50;

/** Everything worth a look, errors first. */
export function problems(report: ImportReport, texts: Texts): Node[] {
  return [
    paged({
      all: report.problems,
      size: perPage,
      texts,
      label: texts.problems,
      draw: (shown) => table(texts.problemsCaption, [texts.row, texts.problems, texts.asWritten], shown.map((problem) => row(
        problem.row == null ? '–' : texts.place(problem.part === 'measures' ? null : problem.part, problem.row),
        `${texts.severity[problem.severity] ?? problem.severity}: ${problem.reason}`,
        [problem.column, problem.value].filter(Boolean).join(': ') || '–'))),
    }),
    ...((report.furtherProblems ?? 0) > 0 ? [element('p', {}, texts.furtherProblems(report.furtherProblems ?? 0))] : []),
  ];
}
