/** `keyturn simulate`: simulated people for every problem, and a report. */

import { type Style, styleFor } from '../channels/console/style.ts';
import type { Id, KnowledgeBase, Role } from '../core/knowledge/model.ts';
import type { Run } from '../simulate/account.ts';
import { type Comparison, compare, type Revision } from '../simulate/compare.ts';
import { type Experiment, experimentsFor } from '../simulate/experiments.ts';
import { type Missed, report } from '../simulate/figures.ts';
import { type Plan, simulate as playExperiment, reachedAs, suffererOfEach } from '../simulate/simulate.ts';
import { type Arguments, wholeNumber } from './command.ts';
import { comparisonText, isClearlyWorse } from './comparison-text.ts';
import { BadInput, WrongUsage } from './faults.ts';
import { loadKnowledge } from './knowledge.ts';
import { knowledgeFolder, personOf } from './options.ts';
import { peopleOf } from './played-words.ts';
import { Progress } from './progress.ts';
import { playSlips, slipsOf } from './simulate-slips.ts';
import { simulateWords } from './simulate-words.ts';
import { FAMILY_EXPERIMENTS, familyRows, type Reports, reportText } from './simulation-text.ts';
import { slipsText } from './slips-text.ts';
import { type Streams, write } from './streams.ts';
import { markdownText } from './table.ts';

/** Rounds where none is said (1..1000). One: chance decides much; many: little is learnt for the time. */
export const USUAL_ROUNDS = 3;

/** Plays people who type, or who press buttons. */
export async function simulate(args: Arguments, streams: Streams): Promise<number> {
  const people = peopleOf(args);
  return people === null ? await simulateAll(args, streams) : await simulateWords(people, args, streams);
}

/**
 * Plays all experiments; with `--slips` or `--cases` people who slip alone, whose closed cases are kept. Exit code 1
 * where a truthful person cannot reach some problem, whoever they are, and with `--against` where the base does
 * clearly worse by some problem than the other revision.
 */
async function simulateAll(args: Arguments, streams: Streams): Promise<number> {
  const slips = slipsOf(args);
  const otherFolder = args.value('against');
  if (slips !== null && otherFolder !== null)
    throw new WrongUsage('--against compares all experiments; leave --slips and --cases out.');
  if (args.has('markdown') && (slips !== null || otherFolder !== null || args.has('json')))
    throw new WrongUsage('--markdown prints one table; leave --json, --against, --slips and --cases out.');
  const plan = await planOf(args, args.words[0] ?? knowledgeFolder(args, streams.env));
  if (slips !== null) {
    const slipped = await playSlips(plan, slips, streams);
    const text = args.has('json')
      ? json(plan, { experiments: { slips: slipped } })
      : headOf(plan) + slipsText(slipped);
    await write(streams.stdout, text);
    return 0;
  }
  return otherFolder === null
    ? await simulateOne(plan, args, streams)
    : await simulateTwo(await planOf(args, otherFolder), plan, args, streams);
}

async function simulateOne(plan: Plan, args: Arguments, streams: Streams): Promise<number> {
  const possible = experimentsFor({ familyKnown: plan.familyKnown, twoStep: args.has('two-step') });
  const experiments = args.has('markdown')
    ? possible.filter((experiment) => FAMILY_EXPERIMENTS.includes(experiment))
    : possible;
  const [runs] = await play([plan], experiments, streams);
  const reports = reportsOf(plan, runs ?? new Map());
  const never = neverReached(plan, reports);
  const text = args.has('json')
    ? json(plan, { neverReached: never.map(neverJson), experiments: Object.fromEntries(reports) })
    : args.has('markdown')
      ? markdownText(familyRows(reports))
      : headOf(plan) + reportText(reports, styleOf(streams)) + neverText(plan, never);
  await write(streams.stdout, text);
  return never.every(({ role }) => role !== null) ? 0 : 1;
}

const styleOf = ({ stdout, env }: Streams): Style => styleFor(stdout.isTTY === true, env);

/** `older` and `plan` are played alike. */
async function simulateTwo(older: Plan, plan: Plan, args: Arguments, streams: Streams): Promise<number> {
  const experiments = experimentsFor({ familyKnown: plan.familyKnown, twoStep: false });
  const [old, fresh] = await play([older, plan], experiments, streams);
  const before: Revision = { kb: older.kb, runs: old ?? new Map() };
  const after: Revision = { kb: plan.kb, runs: fresh ?? new Map() };
  const comparison = compare(before, after);
  const reports = { before: reportsOf(older, before.runs), after: reportsOf(plan, after.runs) };
  const never = neverReached(plan, reports.after);
  await write(
    streams.stdout,
    args.has('json')
      ? json(plan, {
          neverReached: never.map(neverJson),
          experiments: Object.fromEntries(reports.after),
          against: againstJson(older, reports.before, comparison),
        })
      : headOf(plan) + comparisonText(comparison, reports, styleOf(streams)) + neverText(plan, never),
  );
  return isClearlyWorse(comparison) || never.some(({ role }) => role === null) ? 1 : 0;
}

async function planOf(args: Arguments, folder: string): Promise<Plan> {
  const { kb, prepared } = await loadKnowledge(folder);
  const { role: roleId } = personOf(args, prepared);
  const rounds = wholeNumber(args, 'rounds', USUAL_ROUNDS, 1, 1000);
  return { kb, prepared, role: roleOf(kb, roleId), familyKnown: args.has('family-known'), rounds };
}

function roleOf(kb: KnowledgeBase, id: string | null): Role {
  const role = id === null ? kb.roles[0] : kb.roles.find((each) => each.id === id);
  if (role === undefined) throw new BadInput('the knowledge base has no roles, so nobody can be simulated.');
  return role;
}

type Runs = ReadonlyMap<Experiment, readonly Run[]>;

/** Plays every plan, with one bar for all. */
async function play(
  plans: readonly Plan[],
  experiments: readonly Experiment[],
  streams: Streams,
): Promise<readonly Runs[]> {
  const conversations = plans.reduce((sum, plan) => sum + suffererOfEach(plan).length * plan.rounds, 0);
  const progress = new Progress(streams.stderr, conversations * experiments.length);
  const played: Runs[] = [];
  for (const plan of plans) {
    const all = new Map<Experiment, readonly Run[]>();
    for (const experiment of experiments) {
      const runs: Run[] = [];
      for (const run of playExperiment(plan, experiment)) {
        runs.push(run);
        await progress.step(`${experiment} ${run.family}/${run.problem}`);
      }
      all.set(experiment, runs);
    }
    played.push(all);
  }
  await progress.end();
  return played;
}

function reportsOf({ kb }: Plan, runs: Runs): Reports {
  return new Map([...runs].map(([experiment, each]) => [experiment, report(kb, each)]));
}

/** A pair that the role simulated never reached, and the lowest role that does; null: none. */
type Never = Missed & { readonly role: Id | null };

function neverReached(plan: Plan, reports: Reports): readonly Never[] {
  const never = (reports.get('truthful')?.missed ?? []).filter((missed) => missed.reached === 0);
  return never.map((missed) => ({
    ...missed,
    role: reachedAs(plan, missed.family, missed.problem)?.id ?? null,
  }));
}

const neverJson = ({ family, problem, role }: Never): object => ({ family, problem, reachedAs: role });

function neverText(plan: Plan, never: readonly Never[]): string {
  if (never.length === 0) return '';
  const lines = never.map(({ family, problem, role }) =>
    role === null
      ? `  ${family}/${problem} cannot be reached by anybody\n`
      : `  ${family}/${problem} is reached as ${role}\n`,
  );
  return `\nNever reached as ${plan.role.id}\n${lines.join('')}`;
}

function againstJson(older: Plan, reports: Reports, comparison: Comparison): object {
  const totals = Object.fromEntries([...reports].map(([experiment, { total }]) => [experiment, total]));
  return { knowledge: older.prepared.hash, totals, clearlyWorse: isClearlyWorse(comparison), ...comparison };
}

function json({ kb, role, familyKnown, rounds, prepared }: Plan, content: object): string {
  const about = { title: kb.title, knowledge: prepared.hash, role: role.id, familyKnown, rounds };
  return `${JSON.stringify({ ...about, ...content }, null, 2)}\n`;
}

function headOf({ kb, role, familyKnown, rounds }: Plan): string {
  const known = familyKnown ? 'their kind of device known' : 'nothing known';
  return `${kb.title}: ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, ${role.label}, ${known} at the start\n\n`;
}
