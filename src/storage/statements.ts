/** Queries as the database has read them, once each. */

import type { CompiledQuery } from 'kysely';
import type Database from 'libsql';
import type { Queries } from './queries.ts';

/** What a statement is given. */
export type Values = Readonly<Record<string, string | number | null>>;

/** A query that the database has read once and runs many times. */
export interface Statement<Row> {
  /** Rows changed. */
  run(values: Values): number;
  get(values: Values): Row | undefined;
  all(values: Values): readonly Row[];
}

/** Prepares a compiled query. Its row type is the query's own: kysely derived both from one table type. */
function statementOf<Row>(db: Database.Database, query: CompiledQuery<Row>): Statement<Row> {
  const statement = db.prepare<[Values]>(query.sql);
  return {
    run: (values) => statement.run(values).changes,
    get: (values) => statement.get(values) as Row | undefined,
    all: (values) => statement.all(values) as Row[],
  };
}

/** Every query, prepared. */
export type Statements = {
  readonly [Name in keyof Queries]: Queries[Name] extends CompiledQuery<infer Row> ? Statement<Row> : never;
};

export function prepareStatements(db: Database.Database, queries: Queries): Statements {
  const prepared = Object.entries(queries).map(([name, query]) => [name, statementOf<unknown>(db, query)]);
  // The names and row types are those of `queries`; mapping entries loses them.
  return Object.fromEntries(prepared) as Statements;
}
