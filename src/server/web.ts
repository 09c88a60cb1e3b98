/** The web channel with everything before it: tokens, origins, limits, pages. */

import { createDoorkeeper } from '../channels/direct-line/authorize.ts';
import { createDirectLineChannel, type DirectLineParts } from '../channels/direct-line/channel.ts';
import { createLimits, type LimitRates } from '../channels/direct-line/limits.ts';
import { createOrigins } from '../channels/direct-line/origins.ts';
import { createTokenExchange } from '../channels/direct-line/token-exchange.ts';
import { createTokens } from '../channels/direct-line/tokens.ts';
import type { Clock, Log } from '../ports.ts';
import type { WebConfig } from './config.ts';
import { createDoor } from './directline-door.ts';
import { faultAnswer, type Route } from './http.ts';
import type { KnowledgeShown } from './knowledge.ts';
import type { TakeUpgrade } from './upgrades.ts';
import { openWebAssets, WEB_FOLDER } from './web-assets.ts';
import { createWhence } from './web-request.ts';
import { webRoutes, webUpgrades } from './web-routes.ts';

/** What the web channel is made of. */
export interface WebParts {
  readonly config: WebConfig;
  /** Signs tokens. */
  readonly secret: string;
  readonly hear: DirectLineParts['hear'];
  readonly history: DirectLineParts['history'];
  readonly knowledge: () => KnowledgeShown;
  readonly clock: Clock;
  readonly log: Log;
  readonly options: WebOptions;
}

/** What tests and measurements set; all of it may be left out. */
export interface WebOptions {
  readonly limits?: Partial<LimitRates>;
  readonly tuning?: NonNullable<DirectLineParts['tuning']>;
  /** Reads the time for tokens and limits. */
  readonly clock?: Clock;
  /** Where the built pages lie. */
  readonly pages?: URL;
}

/** The web channel, ready to be wired. */
export interface Web {
  readonly routes: readonly Route[];
  readonly takeUpgrade: TakeUpgrade;
  /** Ends all streams; resolves once they are closed. */
  close(): Promise<void>;
}

/** Puts the web channel together. */
export async function openWeb(parts: WebParts): Promise<Web> {
  const { config, secret, hear, history, knowledge, log, options } = parts;
  const clock = options.clock ?? parts.clock;
  const tokens = createTokens(secret);
  const doorkeeper = createDoorkeeper({ tokens, secret: config.directLineSecret, clock });
  const limits = createLimits(options.limits);
  const channel = createDirectLineChannel({
    hear,
    history,
    doorkeeper,
    tokens,
    roleLabel: (role) => knowledge().roleLabels.get(role) ?? role,
    clock,
    log,
    ...(options.tuning === undefined ? {} : { tuning: options.tuning }),
  });
  const exchange = createTokenExchange({
    tokens,
    doorkeeper,
    limits,
    clock,
    identitySecret: config.identitySecret,
    sayings: () => knowledge().sayings,
  });
  const origins = createOrigins(config.origins, config.publicOrigin);
  const door = createDoor({
    channel,
    exchange,
    doorkeeper,
    origins,
    limits,
    clock,
    whenFailed: (error) => faultAnswer(error, log),
  });
  const assets = await openWebAssets(options.pages ?? WEB_FOLDER, config.origins);
  if (assets.missing !== null) log.error({ missing: assets.missing }, 'The pages cannot be served.');
  const whenceOf = createWhence(config, log);
  return {
    routes: webRoutes(door, assets, whenceOf),
    takeUpgrade: webUpgrades(door, whenceOf),
    close: () => channel.close(),
  };
}
