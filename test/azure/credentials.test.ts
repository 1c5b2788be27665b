import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Credentials, openCredential } from '../../src/azure/credentials.js';
import { type Login, startLogin } from '../teams/login.js';

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
