import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Credentials, openCredential } from '../../src/azure/credentials.js';
import { type IdentityHost, type Login, startIdentityHost, startLogin } from '../teams/login.js';

const scope = 'https://cognitiveservices.azure.com/.default';
const registration: Credentials = { appId: 'a1', password: 'hemmeligt', tenantId: 't1', type: 'SingleTenant' };

let login: Login;
beforeEach(async () => {
  login = await startLogin();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await login.close();
});

async function tokenOf(credentials: Credentials | undefined): Promise<string | undefined> {
  const credential = await openCredential(credentials, login.options);
  return (await credential.getToken(scope, { abortSignal: AbortSignal.timeout(5_000) }))?.token;
}

describe('the bot’s own identity', () => {
  it('is proved by its secret', async () => expect(await tokenOf(registration)).toBe('token-1'));

  it('is proved by what its host vouches for, where it has no secret', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'identity-'));
    writeFileSync(join(folder, 'token'), 'what the host says');
    vi.stubEnv('AZURE_FEDERATED_TOKEN_FILE', join(folder, 'token'));
    vi.stubEnv('AZURE_TENANT_ID', 't1');
    vi.stubEnv('AZURE_CLIENT_ID', 'a1');
    expect(await tokenOf({ ...registration, password: '', type: 'UserAssignedMSI' })).toBe('token-1');
    expect(login.asked.tokens).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

describe('a registration that a managed identity vouches for', () => {
  let host: IdentityHost;
  beforeEach(async () => {
    host = await startIdentityHost('i1');
    for (const [name, value] of Object.entries(host.env)) vi.stubEnv(name, value);
  });
  afterEach(() => host.close());

  it('is proved by the token of that identity, made for this alone, and by no secret', async () => {
    expect(await tokenOf({ ...registration, password: '', identity: 'i1' })).toBe('token-1');
    expect(host.asked).toEqual([{ client: 'i1', resource: 'api://AzureADTokenExchange' }]);
    const { form } = login.asked;
    expect(['client_id', 'client_assertion', 'client_secret', 'scope'].map((name) => form.get(name)?.split(' ')[0])).toEqual([
      'a1',
      'vouched-1',
      undefined,
      scope,
    ]);
  });
});
