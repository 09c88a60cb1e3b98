/** What the surroundings say, read and checked here alone. */

import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What an operator must write to let anyone at all talk to a bot without an app id. */
export const CONSENT = 'yes-anyone-may-talk-to-this-bot';

/** The knowledge base that comes with the program. */
const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

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
  /** Bot Framework's own settings, by its own names; without an app id every caller is believed. */
  readonly botFramework: Readonly<Record<string, string>>;
}

/** Every complaint about the surroundings at once. */
export class BadConfig extends Error {
  constructor(readonly complaints: readonly string[]) {
    super(`The configuration has faults:\n${complaints.map((complaint) => `  ${complaint}`).join('\n')}`);
    this.name = 'BadConfig';
  }
}

const text = z.string().trim();
const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'];

const schema = z.object({
  PORT: text
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be at most 65535')
    .default(3978),
  KEYTURN_HOST: text.min(1, 'must be an address to listen on, such as 0.0.0.0').optional(),
  KEYTURN_ALLOW_ANONYMOUS: z.literal(CONSENT, `must be exactly "${CONSENT}", or not be set`).optional(),
  KEYTURN_STORE: text
    .regex(/^(file:.+|memory:)$/, 'must be file:PATH (a SQLite file) or memory: (lost at exit)')
    .default('file:data/keyturn.db'),
  KEYTURN_KNOWLEDGE: text.min(1, 'must be a folder').default(SHIPPED_KNOWLEDGE),
  MicrosoftAppId: text.optional(),
  MicrosoftAppPassword: text.optional(),
  MicrosoftAppType: text
    .refine(
      (type) => APP_TYPES.some((known) => known.toLowerCase() === type.toLowerCase()),
      `must be one of ${APP_TYPES.join(', ')}`,
    )
    .optional(),
  MicrosoftAppTenantId: text.optional(),
  ChannelService: text.optional(),
  ToChannelFromBotLoginUrl: text.optional(),
  ToChannelFromBotOAuthScope: text.optional(),
  ToBotFromChannelTokenIssuer: text.optional(),
  ToBotFromChannelOpenIdMetadataUrl: text.optional(),
  ToBotFromEmulatorOpenIdMetadataUrl: text.optional(),
  OAuthUrl: text.optional(),
});

type Environment = z.infer<typeof schema>;

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
  const result = schema.safeParse(given);
  const complaints = result.success
    ? crossComplaints(result.data)
    : result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
  if (!result.success || complaints.length > 0) throw new BadConfig(complaints);
  const {
    PORT,
    KEYTURN_HOST,
    KEYTURN_STORE,
    KEYTURN_KNOWLEDGE,
    KEYTURN_ALLOW_ANONYMOUS: _,
    ...botFramework
  } = result.data;
  const known = (botFramework.MicrosoftAppId ?? '') !== '';
  return {
    port: overrides.port ?? PORT,
    host: KEYTURN_HOST ?? (known ? '0.0.0.0' : '127.0.0.1'),
    storeFile: KEYTURN_STORE === 'memory:' ? null : KEYTURN_STORE.slice('file:'.length),
    knowledge: overrides.knowledge ?? KEYTURN_KNOWLEDGE,
    botFramework: Object.fromEntries(
      Object.entries(botFramework).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}

/** Bot Framework's own names for another cloud. With one of them it takes none of its defaults for the others. */
const CLOUD = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
] as const;

/** What only shows where two settings stand side by side. */
function crossComplaints(env: Environment): string[] {
  const complaints: string[] = [];
  const missing = CLOUD.filter((name) => env[name] === undefined);
  if (missing.length > 0 && missing.length < CLOUD.length) {
    complaints.push(`${missing.join(', ')} must be set too: settings of another cloud go together.`);
  }
  const type = (env.MicrosoftAppType ?? 'MultiTenant').toLowerCase();
  if (env.MicrosoftAppId === undefined) {
    if (env.MicrosoftAppPassword !== undefined)
      complaints.push('MicrosoftAppPassword is set without MicrosoftAppId; set both or neither.');
    if (
      env.KEYTURN_HOST !== undefined &&
      !isLoopbackHost(env.KEYTURN_HOST) &&
      env.KEYTURN_ALLOW_ANONYMOUS === undefined
    ) {
      complaints.push(
        `KEYTURN_HOST is ${env.KEYTURN_HOST}, but without MicrosoftAppId the bot cannot tell who is calling. ` +
          `Set MicrosoftAppId, leave KEYTURN_HOST out, or say so in so many words: KEYTURN_ALLOW_ANONYMOUS=${CONSENT}.`,
      );
    }
    return complaints;
  }
  if (type === 'userassignedmsi' && env.MicrosoftAppPassword !== undefined)
    complaints.push('MicrosoftAppPassword must not be set where MicrosoftAppType is UserAssignedMSI.');
  if (type !== 'userassignedmsi' && env.MicrosoftAppPassword === undefined)
    complaints.push('MicrosoftAppPassword is missing; MicrosoftAppId needs it.');
  if (type !== 'multitenant' && env.MicrosoftAppTenantId === undefined)
    complaints.push(`MicrosoftAppTenantId is missing; MicrosoftAppType ${env.MicrosoftAppType} needs it.`);
  return complaints;
}

/** True for names and addresses that only this machine can reach. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
