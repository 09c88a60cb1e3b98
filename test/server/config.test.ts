import { describe, expect, it } from 'vitest';
import { BadConfig, readConfig } from '../../src/server/config.ts';
import { CONSENT } from '../../src/server/environment.ts';

const complaintsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig({}, env);
    return [];
  } catch (error) {
    if (error instanceof BadConfig) return error.complaints;
    throw error;
  }
};
const app = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'secret' };

describe('the configuration', () => {
  it('of an empty environment listens on this machine only and keeps a file', () => {
    expect(readConfig({}, {})).toMatchObject({
      port: 3978,
      host: '127.0.0.1',
      storeFile: 'data/keyturn.db',
      botFramework: {},
    });
  });

  it('takes empty variables for absent ones', () => {
    expect(readConfig({}, { PORT: '', MicrosoftAppId: ' ' })).toEqual(readConfig({}, {}));
  });

  it('of a registered bot listens for everybody', () => {
    expect(readConfig({}, app)).toMatchObject({ host: '0.0.0.0', botFramework: app });
  });

  it.each<[string, Record<string, string>, boolean]>([
    ['of this machine', {}, true],
    ['of this machine, by a number', { KEYTURN_HOST: '::1' }, true],
    ['who show that they are Bot Framework', { ...app, KEYTURN_HOST: '0.0.0.0' }, true],
    ['from anywhere', { KEYTURN_HOST: '0.0.0.0' }, false],
    ['from behind a proxy', { KEYTURN_TRUST_PROXY: '1' }, false],
    ['who know the bot by a public name', { KEYTURN_PUBLIC_URL: 'https://bot.example' }, false],
    [
      'from anywhere, said in so many words',
      { KEYTURN_HOST: '0.0.0.0', KEYTURN_ALLOW_ANONYMOUS: CONSENT },
      true,
    ],
  ])('takes activities of callers %s: %#', (_, env, takesActivities) => {
    expect(readConfig({}, env)).toMatchObject({ takesActivities });
  });

  it('knows nobody but its own pages where nothing is said of the web', () => {
    expect(readConfig({}, {}).web).toEqual({
      secret: null,
      directLineSecret: null,
      identitySecret: null,
      origins: [],
      publicOrigin: null,
      proxies: 0,
    });
  });

  it('reads origins as browsers write them, whatever is between them', () => {
    const { web } = readConfig(
      {},
      {
        KEYTURN_ORIGINS: 'https://Shop.example:443/, http://till:8080\n https://münchen.example',
        KEYTURN_PUBLIC_URL: 'https://bot.example/',
      },
    );
    expect(web.origins).toEqual([
      'https://shop.example',
      'http://till:8080',
      'https://xn--mnchen-3ya.example',
    ]);
    expect(web.publicOrigin).toBe('https://bot.example');
  });

  it.each<[string, Record<string, string>, string]>([
    ['a port that is none', { PORT: 'http' }, 'PORT=http must be a whole number'],
    ['a port that is too high', { PORT: '70000' }, 'PORT=70000 must be at most 65535'],
    [
      'a store of an unknown kind',
      { KEYTURN_STORE: 'mysql://x' },
      'KEYTURN_STORE=mysql://x must be file:PATH',
    ],
    [
      'an app type that is none',
      { ...app, MicrosoftAppType: 'Single' },
      'MicrosoftAppType=Single must be one of',
    ],
    ['an app id without its password', { MicrosoftAppId: 'app' }, 'MicrosoftAppPassword is missing'],
    [
      'a password without its app id',
      { MicrosoftAppPassword: 'secret' },
      'MicrosoftAppPassword is set without MicrosoftAppId',
    ],
    [
      'one tenant without its id',
      { ...app, MicrosoftAppType: 'SingleTenant' },
      'MicrosoftAppTenantId is missing',
    ],
    [
      'consent that is none',
      { KEYTURN_ALLOW_ANONYMOUS: 'yes' },
      'KEYTURN_ALLOW_ANONYMOUS=yes must be exactly',
    ],
    ['a short secret', { KEYTURN_SECRET: 'secret' }, 'KEYTURN_SECRET must have at least 16 characters'],
    [
      'a secret that no header takes',
      { KEYTURN_DIRECTLINE_SECRET: 'a secret of four words' },
      'KEYTURN_DIRECTLINE_SECRET must have at least 16 characters, none of them a space',
    ],
    ['any origin', { KEYTURN_ORIGINS: '*' }, 'KEYTURN_ORIGINS=* must be a list of origins'],
    ['an origin with a path', { KEYTURN_ORIGINS: 'https://a.example/b' }, '"https://a.example/b" is none'],
    [
      'an origin of a file',
      { KEYTURN_ORIGINS: 'file:///' },
      'KEYTURN_ORIGINS=file:/// must be a list of origins',
    ],
    [
      'an address with a path',
      { KEYTURN_PUBLIC_URL: 'https://a.example/b' },
      'KEYTURN_PUBLIC_URL=https://a.example/b must be an',
    ],
    [
      'proxies that are no number',
      { KEYTURN_TRUST_PROXY: 'yes' },
      'KEYTURN_TRUST_PROXY=yes must be the number',
    ],
    [
      'one secret for two',
      { KEYTURN_SECRET: 'secret'.repeat(3), KEYTURN_IDENTITY_SECRET: 'secret'.repeat(3) },
      'KEYTURN_SECRET, KEYTURN_IDENTITY_SECRET must differ',
    ],
    [
      'half of another cloud',
      { ...app, ToBotFromChannelTokenIssuer: 'x' },
      'settings of another cloud go together',
    ],
  ])('names %s', (_, env, complaint) => {
    expect(complaintsOf(env)).toEqual([expect.stringContaining(complaint)]);
    expect(complaintsOf(env).join()).not.toContain('secret');
  });

  it('names every complaint at once', () => {
    expect(complaintsOf({ PORT: '-1', KEYTURN_STORE: 'x', KEYTURN_ORIGINS: 'y z' })).toHaveLength(4);
  });
});
