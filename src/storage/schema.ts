/**
 * The tables, the same for every SQL database: texts, whole numbers and nothing that only one of them knows.
 * JSON is kept as text; nothing looks into it but the program.
 */

import { type CompiledQuery, type Generated, type Kysely, sql } from 'kysely';

export interface Tables {
  /** One row per conversation: its state, replaced as a whole. `version` counts the commits. */
  conversations: { conversation: string; version: number; state: string; at: number };
  /** One row per answered turn, so that a turn that comes twice is answered once. */
  turns: { conversation: string; turn_id: string; replies: string; at: number };
  /** Replies that wait; `given_up_at` is set on those that nobody could deliver. */
  outbox: {
    sequence: Generated<number>;
    id: string;
    conversation: string;
    address: string;
    reply: string;
    at: number;
    given_up_at: number | null;
  };
  /** What was said, for clients that read it themselves; `sequence` counts from 1 within a conversation. */
  history: { conversation: string; sequence: number; line: string; at: number };
  /** Effects that wait, and those that are done: an effect of the same id must not be done again. */
  effects: {
    sequence: Generated<number>;
    id: string;
    conversation: string;
    effect: string;
    at: number;
    done: number;
    given_up_at: number | null;
  };
  /** Who sends for a conversation at the moment. */
  leases: { conversation: string; owner: string; until: number };
  tickets: { id: Generated<number>; effect_id: string; conversation: string; summary: string; at: number };
  ticket_notes: { sequence: Generated<number>; effect_id: string; ticket: number; text: string; at: number };
  /** Side questions that no article answers; `beside` is what waited, `family` the likely kind of device. */
  unanswered: {
    sequence: Generated<number>;
    effect_id: string;
    text: string;
    beside: string | null;
    family: string | null;
    at: number;
  };
  /** One row: how many migrations this database has been through. */
  schema_version: { version: number };
}

/** What differs between databases when a table is made. */
export interface Flavour {
  /** Type of a primary key that counts up by itself and never gives a number twice. */
  readonly counting: 'integer' | 'bigserial';
}

/** One step from an older schema to the next. Applied ones never change; a new need is a new step at the end. */
export type Migration = (db: Kysely<Tables>, flavour: Flavour) => readonly CompiledQuery[];

export const MIGRATIONS: readonly Migration[] = [
  (db, flavour) => [
    db.schema
      .createTable('conversations')
      .addColumn('conversation', 'text', (column) => column.primaryKey())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .compile(),
    db.schema
      .createTable('turns')
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('turn_id', 'text', (column) => column.notNull())
      .addColumn('replies', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('turns_key', ['conversation', 'turn_id'])
      .compile(),
    db.schema.createIndex('turns_by_age').on('turns').column('at').compile(),
    counted(db, 'outbox', flavour)
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('reply', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('given_up_at', 'bigint')
      .compile(),
    db.schema
      .createIndex('outbox_by_conversation')
      .on('outbox')
      .columns(['conversation', 'sequence'])
      .compile(),
    counted(db, 'effects', flavour)
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('effect', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull())
      .addColumn('given_up_at', 'bigint')
      .compile(),
    db.schema
      .createIndex('effects_by_conversation')
      .on('effects')
      .columns(['conversation', 'done', 'sequence'])
      .compile(),
    db.schema
      .createTable('leases')
      .addColumn('conversation', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .compile(),
    counted(db, 'tickets', flavour, 'id')
      .addColumn('effect_id', 'text', (column) => column.notNull().unique())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('summary', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .compile(),
    counted(db, 'ticket_notes', flavour)
      .addColumn('effect_id', 'text', (column) => column.notNull().unique())
      .addColumn('ticket', 'bigint', (column) => column.notNull().references('tickets.id'))
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .compile(),
  ],
  (db) => [
    db.schema
      .createTable('history')
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addColumn('line', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('history_key', ['conversation', 'sequence'])
      .compile(),
  ],
  (db, flavour) => [
    counted(db, 'unanswered', flavour)
      .addColumn('effect_id', 'text', (column) => column.notNull().unique())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('beside', 'text')
      .addColumn('family', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .compile(),
  ],
];

/** A table whose key counts up. */
function counted(db: Kysely<Tables>, table: keyof Tables, flavour: Flavour, key = 'sequence') {
  return db.schema
    .createTable(table)
    .addColumn(key, flavour.counting === 'integer' ? sql`integer` : sql`bigserial`, (column) =>
      flavour.counting === 'integer' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    );
}
