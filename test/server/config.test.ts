import { describe, expect, it } from 'vitest';
import { BadConfig, CONSENT, readConfig } from '../../src/server/config.ts';

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

  it('lets anybody in without an app id only where that was said in so many words', () => {
    const open = { KEYTURN_HOST: '0.0.0.0' };
    expect(complaintsOf(open)).toEqual([expect.stringContaining(`KEYTURN_ALLOW_ANONYMOUS=${CONSENT}`)]);
    expect(complaintsOf({ ...open, KEYTURN_ALLOW_ANONYMOUS: 'yes' })).toHaveLength(1);
    expect(readConfig({}, { ...open, KEYTURN_ALLOW_ANONYMOUS: CONSENT })).toMatchObject({ host: '0.0.0.0' });
    expect(readConfig({}, { KEYTURN_HOST: '::1' })).toMatchObject({ host: '::1' });
  });

  it.each<[string, Record<string, string>, string]>([
    ['a port that is none', { PORT: 'http' }, 'PORT must be a whole number'],
    ['a port that is too high', { PORT: '70000' }, 'PORT must be at most 65535'],
    ['a store of an unknown kind', { KEYTURN_STORE: 'mysql://x' }, 'KEYTURN_STORE must be file:PATH'],
    ['an app type that is none', { ...app, MicrosoftAppType: 'Single' }, 'MicrosoftAppType must be one of'],
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
      'half of another cloud',
      { ...app, ToBotFromChannelTokenIssuer: 'x' },
      'settings of another cloud go together',
    ],
  ])('names %s', (_, env, complaint) => {
    expect(complaintsOf(env)).toEqual([expect.stringContaining(complaint)]);
    expect(complaintsOf(env).join()).not.toContain('secret');
  });

  it('names every complaint at once', () => {
    expect(complaintsOf({ PORT: '-1', KEYTURN_STORE: 'x', MicrosoftAppType: 'y' })).toHaveLength(3);
  });
});
