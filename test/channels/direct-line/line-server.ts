/** The real server with Direct Line, around a `respond` of a few lines. */

import { readConfig } from '../../../src/server/config.ts';
import type { WebOptions } from '../../../src/server/web.ts';
import { type TinyParts, tinyServer } from '../../server/tiny-bot.ts';
import { SECRET } from './line.ts';

export interface LineServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface LineParts extends Omit<TinyParts, 'config' | 'web'> {
  readonly tuning?: NonNullable<WebOptions['tuning']>;
}

/** Nobody in these tests is to be told to slow down. */
const MANY = { burst: 1_000_000, perSecond: 1_000_000 };

/** How the server of these tests is set. */
export function lineSettings(tuning: LineParts['tuning'] = {}) {
  const { web } = readConfig(
    {},
    { KEYTURN_DIRECTLINE_SECRET: SECRET, KEYTURN_SECRET: 'signs the tokens of tests' },
  );
  const limits = {
    opening: MANY,
    conversationMessages: MANY,
    addressMessages: MANY,
    conversationReads: MANY,
    addressReads: MANY,
    conversationSockets: 50,
  };
  // Signs of life look into the history too, and would hide that a stream was not woken.
  return { config: { web }, web: { tuning: { keepAliveMs: 300_000, ...tuning }, limits } };
}

/** Starts on a free port, in memory where nothing else is said. */
export async function lineServer({ tuning, ...parts }: LineParts = {}): Promise<LineServer> {
  return await tinyServer({ ...parts, ...lineSettings(tuning) });
}
