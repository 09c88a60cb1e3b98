/** The variables that the server knows, and what each of them must look like. */

import { z } from 'zod';
import { readOrigin } from '../channels/direct-line/origins.ts';

/** What an operator must write to let anyone at all talk to a bot without an app id through Bot Framework. */
export const CONSENT = 'yes-anyone-may-talk-to-this-bot';

const text = z.string().trim();
const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'];

/**
 * Shortest secret, in characters. Range 16..64, default 16, some 90 bits where it was made at random: what it signs is
 * seen by everybody, who may try secrets on it as fast as they like.
 */
const MIN_SECRET_LENGTH = 16;
const secret = text.min(MIN_SECRET_LENGTH, `must have at least ${MIN_SECRET_LENGTH} characters`).optional();

/** It travels in a header, which takes no spaces and no accents. */
const bearerSecret = text
  .regex(
    new RegExp(`^[\\x21-\\x7e]{${MIN_SECRET_LENGTH},}$`),
    `must have at least ${MIN_SECRET_LENGTH} characters, none of them a space or an accented one`,
  )
  .optional();

const webOrigins = text
  .transform((list, context) =>
    list.split(/[\s,]+/).flatMap((item) => {
      const origin = readOrigin(item);
      if (origin === null && item !== '')
        context.addIssue(
          `must be a list of origins such as https://shop.example, without a path; "${item}" is none`,
        );
      return origin === null ? [] : [origin];
    }),
  )
  .default([]);

const publicUrl = text
  .transform((address, context) => {
    const origin = readOrigin(address);
    if (origin === null) context.addIssue('must be an address without a path, such as https://bot.example');
    return origin ?? '';
  })
  .optional();

/** Of all variables that may be set; others are not looked at. */
export const environmentSchema = z.object({
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
  KEYTURN_KNOWLEDGE: text.min(1, 'must be a folder').optional(),
  KEYTURN_SECRET: secret,
  KEYTURN_DIRECTLINE_SECRET: bearerSecret,
  KEYTURN_IDENTITY_SECRET: secret,
  KEYTURN_ORIGINS: webOrigins,
  KEYTURN_PUBLIC_URL: publicUrl,
  KEYTURN_TRUST_PROXY: text
    .regex(/^\d$/, 'must be the number of proxies before the bot, from 0 to 9')
    .transform(Number)
    .default(0),
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

/** True for variables whose values are for nobody's eyes. */
export const isSecret = (name: string): boolean => /(?:SECRET|Password)$/.test(name);

/** What the variables say. */
export type Environment = z.infer<typeof environmentSchema>;

/** Bot Framework's own names for another cloud. With one of them it takes none of its defaults for the others. */
const CLOUD = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
] as const;

/** What only shows where two settings stand side by side: one sentence each, which quotes no secret. */
export const crossComplaints = (env: Environment): readonly string[] => [
  ...cloudComplaints(env),
  ...secretComplaints(env),
  ...(env.MicrosoftAppId === undefined ? strangerComplaints(env) : appComplaints(env)),
];

function cloudComplaints(env: Environment): string[] {
  const missing = CLOUD.filter((name) => env[name] === undefined);
  if (missing.length === 0 || missing.length === CLOUD.length) return [];
  return [`${missing.join(', ')} must be set too: settings of another cloud go together.`];
}

/** Secrets that are known to different people must not be one. */
function secretComplaints(env: Environment): string[] {
  const names = ['KEYTURN_SECRET', 'KEYTURN_DIRECTLINE_SECRET', 'KEYTURN_IDENTITY_SECRET'] as const;
  const set = names.filter((name) => env[name] !== undefined);
  if (new Set(set.map((name) => env[name])).size === set.length) return [];
  return [`${set.join(', ')} must differ from each other: who knows one must not know another.`];
}

function strangerComplaints(env: Environment): string[] {
  if (env.MicrosoftAppPassword === undefined) return [];
  return ['MicrosoftAppPassword is set without MicrosoftAppId; set both or neither.'];
}

function appComplaints(env: Environment): string[] {
  const type = (env.MicrosoftAppType ?? 'MultiTenant').toLowerCase();
  const complaints: string[] = [];
  if (type === 'userassignedmsi' && env.MicrosoftAppPassword !== undefined)
    complaints.push('MicrosoftAppPassword must not be set where MicrosoftAppType is UserAssignedMSI.');
  if (type !== 'userassignedmsi' && env.MicrosoftAppPassword === undefined)
    complaints.push('MicrosoftAppPassword is missing; MicrosoftAppId needs it.');
  if (type !== 'multitenant' && env.MicrosoftAppTenantId === undefined)
    complaints.push(`MicrosoftAppTenantId is missing; MicrosoftAppType ${env.MicrosoftAppType} needs it.`);
  return complaints;
}
