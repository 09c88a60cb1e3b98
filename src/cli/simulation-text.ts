/** The report of `keyturn simulate` for a reader. */

import type { Style } from '../channels/console/style.ts';
import type { Experiment, People } from '../simulate/experiments.ts';
import type { Figures, Missed, ProblemFigures, Report } from '../simulate/figures.ts';
import { alignedText, type Rows } from './table.ts';

/** By experiment, in the order in which they were played; those that were not played are missing. */
export type Reports = ReadonlyMap<Experiment, Report>;

/** Pairs that are named of those that truthful people did not always reach, and of those that others did not. */
const MISSED_NAMED = { truthful: 20, others: 3 };

/** The experiments whose reach stands in a column of its own. */
const REACH_COLUMNS: readonly People[] = [
  'truthful',
  'forgetful',
  'mistaken-5',
  'mistaken-10',
  'mistaken-20',
];

/** The experiments that `familyRows` shows. */
export const FAMILY_EXPERIMENTS: readonly Experiment[] = [...REACH_COLUMNS, 'family-known'];

const PEOPLE_TITLES: Readonly<Record<People, string>> = {
  truthful: 'truthful',
  forgetful: '"not sure" of 20 %',
  'mistaken-5': '5 % wrong answers',
  'mistaken-10': '10 % wrong answers',
  'mistaken-20': '20 % wrong answers',
};

const TITLES: Readonly<Record<Experiment, string>> = {
  truthful: PEOPLE_TITLES.truthful,
  'truthful-moved': '  every likelihood word moved a step',
  forgetful: PEOPLE_TITLES.forgetful,
  'forgetful-moved': '  every likelihood word moved a step',
  'mistaken-5': PEOPLE_TITLES['mistaken-5'],
  'mistaken-5-moved': '  every likelihood word moved a step',
  'mistaken-10': PEOPLE_TITLES['mistaken-10'],
  'mistaken-10-moved': '  every likelihood word moved a step',
  'mistaken-20': PEOPLE_TITLES['mistaken-20'],
  'mistaken-20-moved': '  every likelihood word moved a step',
  'family-known': 'truthful, kind of device known',
  'two-step': 'truthful, looking two steps ahead',
};

/** An experiment in a table; one that varies the one above it stands under it. */
export const titleOf = (experiment: Experiment): string => TITLES[experiment];

/** A share as a reader wants it: `97.3 %`. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const seconds = (value: number): string => `${Math.round(value).toLocaleString('en')} s`;

/** The column of `problemRows` that says which answer decided. */
const DECIDED_BY = 7;

/** All tables, and who was not reached. */
export function reportText(reports: Reports, { strong }: Style): string {
  const missed = [...reports].map(([experiment, { missed: each }]) => missedText(experiment, each)).join('');
  return [
    `${strong('All kinds of device')}\n${alignedText(peopleRows(reports))}`,
    `${strong('By kind of device')}\n${alignedText(familyRows(reports))}`,
    `${strong('By problem')}; truthful people where nothing else is said\n${alignedText(problemRows(reports), [0, DECIDED_BY])}`,
    ...(missed === '' ? [] : [`${strong('Not always reached')}; --json has them all\n${missed}`]),
  ].join('\n');
}

function peopleRows(reports: Reports): Rows {
  const head = ['people', 'runs', 'reached', 'mean questions', 'worst', 'expected', 'expected cost'];
  return [
    head,
    ...[...reports].map(([experiment, { total }]) => [titleOf(experiment), ...figureCells(total)]),
  ];
}

function figureCells(figures: Figures): readonly string[] {
  return [
    String(figures.runs),
    percent(figures.reached),
    figures.meanQuestions.toFixed(2),
    String(figures.worstQuestions),
    figures.expectedQuestions.toFixed(2),
    seconds(figures.expectedCostSeconds),
  ];
}

/** A row per kind of device, and the total: how many are reached, and after how many questions. */
export function familyRows(reports: Reports): Rows {
  const head = [
    'kind of device',
    ...REACH_COLUMNS.map((people) => PEOPLE_TITLES[people]),
    'mean questions',
    'family known',
    'worst',
    'expected cost',
  ];
  const families = Object.keys(reports.get('truthful')?.families ?? {});
  const row = (name: string, of: (report: Report) => Figures | undefined): readonly string[] => {
    const figures = (experiment: Experiment): Figures | undefined => {
      const report = reports.get(experiment);
      return report === undefined ? undefined : of(report);
    };
    const truthful = figures('truthful');
    return [
      name,
      ...REACH_COLUMNS.map((people) => shown(figures(people)?.reached, percent)),
      shown(truthful?.meanQuestions, (mean) => mean.toFixed(2)),
      shown(figures('family-known')?.meanQuestions, (mean) => mean.toFixed(2)),
      shown(truthful?.worstQuestions, String),
      shown(truthful?.expectedCostSeconds, seconds),
    ];
  };
  return [
    head,
    ...families.map((id) => row(id, ({ families: all }) => all[id])),
    row('total', ({ total }) => total),
  ];
}

/** A dash where it was not played. */
const shown = (value: number | undefined, words: (value: number) => string): string =>
  value === undefined ? '–' : words(value);

function problemRows(reports: Reports): Rows {
  const reachOf = (experiment: People): ReadonlyMap<string, number> =>
    new Map((reports.get(experiment)?.problems ?? []).map((each) => [nameOf(each), each.reached]));
  const [forgetful, mistaken] = [reachOf('forgetful'), reachOf('mistaken-10')];
  const head = ['problem', 'reached', '"not sure"', '10 % wrong', 'questions', 'worst', 'cost', 'decided by'];
  const rows = (reports.get('truthful')?.problems ?? []).map((each) => [
    nameOf(each),
    percent(each.reached),
    shown(forgetful.get(nameOf(each)), percent),
    shown(mistaken.get(nameOf(each)), percent),
    each.meanQuestions.toFixed(1),
    String(each.worstQuestions),
    seconds(each.costSeconds),
    deciderText(each),
  ]);
  return [head, ...rows];
}

const nameOf = ({ family, problem }: { readonly family: string; readonly problem: string }): string =>
  `${family}/${problem}`;

/** The most frequent decider; how often, where there are others. */
function deciderText({ decidedBy }: ProblemFigures): string {
  const [first] = decidedBy;
  if (first === undefined) return '–';
  const all = decidedBy.reduce((sum, { runs }) => sum + runs, 0);
  return first.runs === all ? first.by : `${first.by} (${first.runs} of ${all})`;
}

function missedText(experiment: Experiment, missed: readonly Missed[]): string {
  if (missed.length === 0) return '';
  const named = missed.slice(0, experiment === 'truthful' ? MISSED_NAMED.truthful : MISSED_NAMED.others);
  const lines = named.map(
    (each) => `    ${nameOf(each)}: ${percent(each.reached)}, once by ${each.path.join(', ')}\n`,
  );
  const more = missed.length > named.length ? `    and ${missed.length - named.length} more\n` : '';
  return `  ${experiment}\n${lines.join('')}${more}`;
}
