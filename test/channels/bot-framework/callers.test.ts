/** Who may talk to the bot, and whom it calls back. */

import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { activity, type TinyServer, tinyServer } from '../../server/tiny-bot.ts';

const APP = '11111111-2222-3333-4444-555555555555';
const ISSUER = 'https://issuer.test';
const SERVICE = 'http://127.0.0.1:9';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1_000);
const claims = (change: Record<string, unknown> = {}) => ({
  iss: ISSUER,
  aud: APP,
  serviceurl: SERVICE,
  nbf: now() - 60,
  exp: now() + 600,
  ...change,
});

/** A token as the Bot Framework signs it, or nearly. */
function token(payload: unknown, header: Record<string, unknown> = {}, key = keys.privateKey): string {
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header })}.${part(payload)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

/** Signed with the public key as if it were a shared secret. */
function confused(): string {
  const signed = `${part({ alg: 'HS256', typ: 'JWT', kid: 'k1' })}.${part(claims())}`;
  const secret = keys.publicKey.export({ type: 'pkcs1', format: 'pem' });
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

describe('with an app id', () => {
  let server: TinyServer;
  const issuer = createServer((request, response) => {
    const { port } = issuer.address() as AddressInfo;
    const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' };
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(
        request.url === '/keys' ? { keys: [jwk] } : { jwks_uri: `http://127.0.0.1:${port}/keys` },
      ),
    );
  });

  beforeAll(async () => {
    // botbuilder writes what it turns away to the console.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
    const metadata = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/openid`;
    server = await tinyServer({
      config: {
        botFramework: {
          MicrosoftAppId: APP,
          MicrosoftAppPassword: 'not a real one',
          ToChannelFromBotLoginUrl: `${ISSUER}/login`,
          ToChannelFromBotOAuthScope: ISSUER,
          ToBotFromChannelTokenIssuer: ISSUER,
          ToBotFromChannelOpenIdMetadataUrl: metadata,
          ToBotFromEmulatorOpenIdMetadataUrl: metadata,
        },
      },
    });
  });
  afterAll(async () => {
    await server.close();
    issuer.close();
    vi.restoreAllMocks();
  });

  const call = (authorization: string | null) =>
    server.post(
      JSON.stringify(activity({ serviceUrl: SERVICE })),
      authorization === null ? {} : { Authorization: authorization },
    );

  it('answers a caller with a token for this bot', async () => {
    expect(await call(`Bearer ${token(claims())}`)).toMatchObject({ status: 200 });
  });

  it.each<[string, () => string | null]>([
    ['nothing', () => null],
    ['an empty header', () => ' '],
    ['no token at all', () => 'Bearer hello'],
    ['another scheme', () => `Basic ${token(claims())}`],
    ['a token that is not signed', () => `Bearer ${part({ alg: 'none', kid: 'k1' })}.${part(claims())}.`],
    ['a token signed with the public key as a secret', () => `Bearer ${confused()}`],
    ['a token signed by somebody else', () => `Bearer ${token(claims(), {}, others.privateKey)}`],
    ['a token with an unknown key', () => `Bearer ${token(claims(), { kid: 'k2' })}`],
    ['a token of another issuer', () => `Bearer ${token(claims({ iss: 'https://else.test' }))}`],
    ['a token for another bot', () => `Bearer ${token(claims({ aud: 'another' }))}`],
    [
      'a token for another service address',
      () => `Bearer ${token(claims({ serviceurl: 'http://127.0.0.1:10' }))}`,
    ],
    ['a token that is over', () => `Bearer ${token(claims({ exp: now() - 3_600 }))}`],
    ['a token that was cut off', () => `Bearer ${token(claims()).slice(0, -20)}`],
  ])('turns away a caller with %s', async (_, authorization) => {
    expect(await call(authorization())).toEqual({
      status: 401,
      body: { error: { code: 'UNAUTHORIZED', message: expect.any(String) } },
    });
  });
});

describe('without an app id', () => {
  let server: TinyServer;
  beforeAll(async () => {
    server = await tinyServer();
  });
  afterAll(() => server.close());

  it.each([
    'https://example.com',
    'http://169.254.169.254/latest',
    'http://localhost.example.com',
    'http://127.0.0.1.nip.io',
    'http://2130706433.example',
  ])('does not call %s because a stranger says so', async (serviceUrl) => {
    const { status, body } = await server.post(
      JSON.stringify(activity({ serviceUrl, deliveryMode: 'normal' })),
    );
    expect([status, body]).toMatchObject([403, { error: { code: 'SERVICE_URL_NOT_ALLOWED' } }]);
  });

  it('answers in the response whatever the service address is', async () => {
    const { status } = await server.post(JSON.stringify(activity({ serviceUrl: 'https://example.com' })));
    expect(status).toBe(200);
  });
});
