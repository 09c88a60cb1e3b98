/** What the surroundings say, read and checked here alone. */

import { fileURLToPath } from 'node:url';
import { crossComplaints, type Environment, environmentSchema, isSecret } from './environment.ts';
import { StartFailed } from './start-failed.ts';

/** The knowledge base that comes with the program. */
const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** What concerns web pages and Direct Line. */
export interface WebConfig {
  /** Signs tokens; null: one is made and kept beside the store. */
  readonly secret: string | null;
  /** With it another server gets tokens; null: none does. */
  readonly directLineSecret: string | null;
  /** With it a page vouches for who its visitor is; null: none can. */
  readonly identitySecret: string | null;
  /** Of pages that may embed the widget and talk to the bot, as browsers write them. */
  readonly origins: readonly string[];
  /** Where clients reach the bot (`https://bot.example`); null: where their request says. */
  readonly publicOrigin: string | null;
  /** How many proxies stand before the bot and tell it who is calling. */
  readonly proxies: number;
}

/** Everything the server is told. */
export interface Config {
  /** 0: any free port. */
  readonly port: number;
  /** The address listened on. */
  readonly host: string;
  /** A SQLite file; null: kept in memory and lost at exit. */
  readonly storeFile: string | null;
  /** Folder of the knowledge base. */
  readonly knowledge: string;
  /** Where an operator changes what both of them can say. */
  readonly givenBy: {
    readonly port: 'PORT' | '--port';
    readonly knowledge: 'KEYTURN_KNOWLEDGE' | '--knowledge';
  };
  /** Bot Framework's own settings, by its own names; without an app id every caller is believed. */
  readonly botFramework: Readonly<Record<string, string>>;
  /** False: strangers may reach the bot, and Bot Framework callers could not be told from them. */
  readonly takesActivities: boolean;
  readonly web: WebConfig;
}

/** Every complaint about the surroundings at once, each on a line of its own. */
export class BadConfig extends StartFailed {
  override readonly name = 'BadConfig';

  constructor(readonly complaints: readonly string[]) {
    super(complaints.join('\n'));
  }
}

/** What a command line may say instead of the environment. */
export interface ConfigOverrides {
  readonly knowledge?: string;
  readonly port?: number;
}

/** Reads `process.env`. Throws `BadConfig` with every complaint. */
export function readConfig(overrides: ConfigOverrides = {}, env: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable is one that was not set: many deployment tools cannot leave one out.
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = environmentSchema.safeParse(given);
  const complaints = result.success
    ? crossComplaints(result.data)
    : result.error.issues.map((issue) => `${shown(issue.path.join('.'), given)} ${issue.message}.`);
  if (!result.success || complaints.length > 0) throw new BadConfig(complaints);
  return configOf(result.data, overrides);
}

/** `PORT=99999`; of a secret only the name. */
const shown = (name: string, given: Readonly<Record<string, string | undefined>>): string =>
  isSecret(name) ? name : `${name}=${given[name] ?? ''}`;

function configOf(env: Environment, overrides: ConfigOverrides): Config {
  const host = env.KEYTURN_HOST ?? (env.MicrosoftAppId === undefined ? '127.0.0.1' : '0.0.0.0');
  return {
    port: overrides.port ?? env.PORT,
    host,
    storeFile: env.KEYTURN_STORE === 'memory:' ? null : env.KEYTURN_STORE.slice('file:'.length),
    knowledge: overrides.knowledge ?? env.KEYTURN_KNOWLEDGE ?? SHIPPED_KNOWLEDGE,
    givenBy: {
      port: overrides.port === undefined ? 'PORT' : '--port',
      knowledge: overrides.knowledge === undefined ? 'KEYTURN_KNOWLEDGE' : '--knowledge',
    },
    botFramework: botFrameworkOf(env),
    takesActivities:
      env.MicrosoftAppId !== undefined || env.KEYTURN_ALLOW_ANONYMOUS !== undefined || !isReached(env, host),
    web: {
      secret: env.KEYTURN_SECRET ?? null,
      directLineSecret: env.KEYTURN_DIRECTLINE_SECRET ?? null,
      identitySecret: env.KEYTURN_IDENTITY_SECRET ?? null,
      origins: env.KEYTURN_ORIGINS,
      publicOrigin: env.KEYTURN_PUBLIC_URL ?? null,
      proxies: env.KEYTURN_TRUST_PROXY,
    },
  };
}

/** True where callers may come from other machines, by themselves or through a proxy on this one. */
function isReached(env: Environment, host: string): boolean {
  return !isLoopbackHost(host) || env.KEYTURN_PUBLIC_URL !== undefined || env.KEYTURN_TRUST_PROXY > 0;
}

function botFrameworkOf(env: Environment): Readonly<Record<string, string>> {
  const isTheirs = ([name]: [string, unknown]): boolean => name !== 'PORT' && !name.startsWith('KEYTURN_');
  return Object.fromEntries(
    Object.entries(env)
      .filter(isTheirs)
      .flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** True for names and addresses that only this machine can reach. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
