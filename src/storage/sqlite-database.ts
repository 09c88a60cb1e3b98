/** A SQLite file with the store's tables in it: opened for durability, brought to the newest schema. */

import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import Database from 'libsql';
import { MIGRATIONS, type Tables } from './schema.ts';
import { StoreRefused } from './store-refused.ts';

/**
 * How long a write waits for another process that is writing. Range 0..60,000 ms, default 5,000: our transactions
 * take a millisecond or so; at 0 two processes on one file would fail each other, beyond 15 s channels re-send.
 */
const BUSY_TIMEOUT_MS = 5_000;

/** Builds queries and never runs them: libsql runs what it compiles. */
export function sqliteBuilder(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/**
 * Opens the file, makes it and its folder where they are missing; only its owner may read it.
 * @throws StoreRefused where it is none of ours; what the system or SQLite says where it cannot be used
 */
export function openDatabase(file: string): Database.Database {
  if (existsSync(file)) checkFile(file);
  else makeFile(file);
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    return prepared(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  // The mode of `open` is narrowed by the umask only; it is said again for a file that came to be meanwhile.
  chmodSync(file, 0o600);
}

/** libsql says of whatever it cannot open only that it could not. */
function checkFile(file: string): void {
  if (statSync(file).isDirectory()) throw new StoreRefused('is a folder: name a file in it');
  accessSync(file, constants.R_OK | constants.W_OK);
}

function prepared(db: Database.Database): Database.Database {
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  // With FULL every commit of the write-ahead log is on the disk before it is acknowledged.
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  migrate(db);
  return db;
}

/** Applies what is missing, in one transaction, so that two processes that start at once do it once. */
function migrate(db: Database.Database): void {
  const builder = sqliteBuilder();
  inTransaction(db, () => {
    refuseForeign(db);
    db.exec('create table if not exists schema_version (version integer not null)');
    const row = db.prepare('select version from schema_version').get();
    const from = versionIn(row);
    if (from > MIGRATIONS.length) {
      throw new StoreRefused(
        `was made by a newer version of Keyturn (schema ${from}; this one knows ${MIGRATIONS.length}): run that version, or name another file`,
      );
    }
    for (const migration of MIGRATIONS.slice(from)) {
      for (const query of migration(builder, { counting: 'integer' })) db.exec(query.sql);
    }
    if (row === undefined) db.prepare('insert into schema_version values (?)').run(MIGRATIONS.length);
    else if (from < MIGRATIONS.length)
      db.prepare('update schema_version set version = ?').run(MIGRATIONS.length);
  });
}

/** A file with tables and without a version is the database of another program. */
function refuseForeign(db: Database.Database): void {
  const names = db.prepare("select name from sqlite_master where type = 'table'").all();
  const isOurs = names.some((row) => JSON.stringify(row) === '{"name":"schema_version"}');
  if (names.length > 0 && !isOurs)
    throw new StoreRefused('is the database of another program: name another file');
}

function versionIn(row: unknown): number {
  return typeof row === 'object' && row !== null && 'version' in row && typeof row.version === 'number'
    ? row.version
    : 0;
}

/** All that `work` writes, or nothing of it. Takes the write lock at once, so that nothing read can be stale. */
export function inTransaction<T>(db: Database.Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
