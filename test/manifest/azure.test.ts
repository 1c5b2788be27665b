/** What can be proven of manifest/azure/ without a compiler and without Azure: that its parts fit each other, and the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.js';
import { configKeys } from '../../src/settings/environment.js';
import { readDockerfile } from '../start/image.js';

const folder = 'manifest/azure';
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

/** What a `var` of one line comes to: an expression of ours reads the same in JavaScript, but for texts with values in them. */
function evaluate(text: string, variable: string, values: Readonly<Record<string, unknown>>): unknown {
  const written = new RegExp(`^var ${variable} = (.*)$`, 'm').exec(text)?.[1] ?? '';
  const expression = written.replace(/'[^']*\$\{[^']*'/g, (quoted) => `\`${quoted.slice(1, -1)}\``);
  const known = { join: (list: readonly string[], by: string) => list.join(by), ...values };
  return new Function(...Object.keys(known), `return ${expression};`)(...Object.values(known));
}

/** A file of Bicep, as far as its names go. */
type Bicep = {
  /** The parameters that it has, and those of them that have no value of their own. */
  readonly declared: readonly string[];
  readonly needed: readonly string[];
  readonly outputs: readonly string[];
  /** What it makes of other files: by which name, from which file, with which parameters. */
  readonly modules: readonly { readonly name: string; readonly file: string; readonly given: readonly string[] }[];
  /** Without comments and without what parameters are described by. */
  readonly code: string;
};

function readBicep(text: string): Bicep {
  const code = text.replace(/^\s*\/\/.*$/gm, '').replace(/^@description\(.*$/gm, '');
  const modules = [...code.matchAll(/^module (\w+) '(.*?)' =[^{]*\{([\s\S]*?)^\}/gm)].map(([, name = '', file = '', body = '']) => ({
    name,
    file,
    given: names(/^ {2}params: \{([\s\S]*?)^ {2}\}/m.exec(body)?.[1] ?? '', /^ {4}(\w+):/gm),
  }));
  return {
    declared: names(code, /^param (\w+)/gm),
    needed: names(code, /^param (\w+) \w+$/gm),
    outputs: names(code, /^output (\w+)/gm),
    modules,
    code,
  };
}

/** What does not fit in a file, and between it and the files that it names; empty when all does. */
function faultsIn(text: string, others: Readonly<Record<string, string>>): string[] {
  const { declared, modules, code } = readBicep(text);
  const uses = (name: string) => (code.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length;
  const vars = names(code, /^var (\w+)/gm);
  return [
    ...[...declared, ...vars].filter((name) => uses(name) < 2).map((name) => `${name} is not used`),
    ...modules.flatMap(({ name, file, given }) => {
      const other = others[file];
      if (other === undefined) return [`${file} is not there`];
      const { declared: known, needed, outputs } = readBicep(other);
      return [
        ...given.filter((each) => !known.includes(each)).map((each) => `${file} has no parameter ${each}`),
        ...needed.filter((each) => !given.includes(each)).map((each) => `${file} is not given ${each}`),
        ...names(code, new RegExp(`\\b${name}\\.outputs\\.(\\w+)`, 'g'))
          .filter((each) => !outputs.includes(each))
          .map((each) => `${file} has no output ${each}`),
      ];
    }),
  ];
}

const main = read('main.bicep');
const parameters = read('main.bicepparam');
const modules = Object.fromEntries(readdirSync(`${folder}/modules`).map((name) => [`modules/${name}`, read(`modules/${name}`)]));
const app = modules['modules/app.bicep'] ?? '';
const recipe = readDockerfile(`${folder}/Dockerfile`);
const settingsOf = (text: string) => names(text, /\{ name: '(\w+)', (?:value|secretRef):/g);

describe('the Bicep', () => {
  it('says of itself that it was never compiled, and the Dockerfile that it was never built', () => {
    for (const text of [main, parameters, ...Object.values(modules)]) expect(text).toMatch(/^\/\/ Not compiled: /);
    expect(read('Dockerfile')).toMatch(/^# syntax=.*\n# Not built: /);
  });

  it('uses what it declares, declares what it uses, and names files that there are', () => {
    expect(faultsIn(main, modules)).toEqual([]);
    expect(Object.entries(modules).flatMap(([file, text]) => faultsIn(text, {}).map((fault) => `${file}: ${fault}`))).toEqual([]);
    expect(
      readBicep(main)
        .modules.map(({ file }) => file)
        .sort(),
    ).toEqual(Object.keys(modules).sort());
  });

  it('describes every parameter and every output', () => {
    for (const text of [main, ...Object.values(modules)])
      expect((text.match(/^@description/gm) ?? []).length).toBe((text.match(/^(param|output) /gm) ?? []).length);
  });

  it('is given all that it needs by the example, and nothing that it does not know', () => {
    const given = names(parameters, /^param (\w+)/gm);
    const { declared, needed } = readBicep(main);
    expect(given.filter((name) => !declared.includes(name))).toEqual([]);
    expect(needed.filter((name) => !given.includes(name))).toEqual([]);
  });

  it('has no secret in it, and no way in by a password', () => {
    const all = [main, parameters, ...Object.values(modules)].map((text) => readBicep(text).code).join('\n');
    expect(all).not.toMatch(/@secure|listKeys|listCredentials|administratorLogin|MicrosoftAppPassword|adminUserEnabled: true/);
    expect(all).toContain(`passwordAuth: 'Disabled'`);
    expect(all).toContain('allowInsecure: false');
  });

  it.each([
    ['a parameter that nobody uses', `param name string\nparam spare string\nvar a = name\noutput b string = a\n`, 'spare is not used'],
    ['a file that is not there', `module a 'modules/none.bicep' = {\n}\n`, 'modules/none.bicep is not there'],
    [
      'a parameter that a file does not have',
      `module a 'modules/x.bicep' = {\n  params: {\n    name: 'a'\n    size: 1\n  }\n}\n`,
      'modules/x.bicep has no parameter size',
    ],
    ['a parameter that a file needs', `module a 'modules/x.bicep' = {\n}\n`, 'modules/x.bicep is not given name'],
    [
      'an output that a file does not have',
      `module a 'modules/x.bicep' = {\n  params: {\n    name: 'a'\n  }\n}\noutput o string = a.outputs.key\n`,
      'modules/x.bicep has no output key',
    ],
  ])('is looked through well enough to notice %s', (_what, text, fault) => {
    expect(faultsIn(text, { 'modules/x.bicep': 'param name string\noutput id string = name\n' })).toEqual([fault]);
  });
});

describe('the settings of the container', () => {
  const given = settingsOf(app);

  it('are settings that there are, in the Bicep, its example and the image', () => {
    const others = ['NODE_OPTIONS'];
    const all = [...given, ...settingsOf(parameters), ...Object.keys(recipe.env)];
    expect(all.length).toBeGreaterThan(12);
    expect(all.filter((name) => !configKeys.includes(name) && !others.includes(name))).toEqual([]);
  });

  const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;
  const values: Readonly<Record<string, string>> = {
    MicrosoftAppId: id(1),
    MicrosoftAppIdentity: id(2),
    MicrosoftAppTenantId: id(3),
    MicrosoftAppType: 'SingleTenant',
    DATABASE_URL: 'postgres://kompas-service@kompas.postgres.database.azure.com:5432/ledelseskompas',
    DATABASE_AUTH: 'entra',
    REFLECTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  };
  /** As an instance has them; `tenantsFile` is the parameter of that name. */
  const environment = (tenantsFile: string) => {
    const tenants = evaluate(app, 'whoMayUse', { tenantsFile, allowedTenants: [id(3), id(4)] }) as { name: string; value: string }[];
    const always = given.filter((name) => !['ALLOWED_TENANTS', 'TENANTS_FILE'].includes(name));
    return {
      ...recipe.env,
      ...Object.fromEntries([...always.map((name) => [name, values[name] ?? '']), ...tenants.map(({ name, value }) => [name, value])]),
    };
  };

  it('are all that the service needs to start in production, without a secret of its registration', () => {
    const written = new Map([...app.matchAll(/\{ name: '(\w+)', value: '([^']+)' \}/g)].map(([, name, value]) => [name, value]));
    for (const [name, value] of written) expect(values[name ?? '']).toBe(value);
    expect(parseConfig(environment(''))).toMatchObject({
      ok: true,
      config: {
        production: true,
        host: '0.0.0.0',
        dataDir: '/data',
        credentials: { identity: id(2), password: '' },
        databaseIdentity: id(2),
        allowedTenants: [id(3), id(4)],
        tenantsFile: undefined,
      },
    });
  });

  it('name a file of tenants in the place of the tenants, which the service does not take beside it', () => {
    expect(app).toMatch(/^ {12}whoMayUse,\n {12}moreSettings$/m);
    expect(parseConfig(environment('tenants.yaml'))).toMatchObject({ ok: true, config: { tenantsFile: 'tenants.yaml' } });
    expect(parseConfig({ ...environment(''), TENANTS_FILE: 'tenants.yaml' })).toMatchObject({ ok: false });
  });
});

describe('where messages and statements go', () => {
  const environment = { outputs: { defaultDomain: 'a.azurecontainerapps.io' } };
  it.each([
    ['', '', 'kompas.a.azurecontainerapps.io'],
    ['kompas.kommune.dk', '', 'kompas.a.azurecontainerapps.io'],
    ['kompas.kommune.dk', '/certificates/1', 'kompas.kommune.dk'],
  ])('with the host "%s" and the certificate "%s" messages go to %s', (ownHost, certificateId, host) => {
    expect(evaluate(main, 'host', { name: 'kompas', environment, ownHost, certificateId })).toBe(host);
  });

  it.each([
    ['', 'made.here'],
    ['restored.elsewhere', 'restored.elsewhere'],
  ])('with the database host "%s" statements go to %s', (databaseHost, server) => {
    expect(evaluate(main, 'databaseServer', { databaseHost, database: { outputs: { host: 'made.here' } } })).toBe(server);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in the Bicep.
    expect(main).toContain("databaseUrl: 'postgres://${identity.outputs.name}@${databaseServer}:5432/");
  });
});

describe('the image', () => {
  it('is made of the same files whichever list of them is read, and of no more than its steps copy', () => {
    const list = readFileSync('.dockerignore', 'utf8');
    expect(list).toBe(read('Dockerfile.dockerignore'));
    const copied = (recipe.stages.get('build') ?? [])
      .filter(({ word }) => word === 'COPY')
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect(list.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual(['*', ...copied.map((name) => `!${name}`)]);
  });

  it('says which test runs its steps, and that is there', () => {
    const tests = names(read('Dockerfile'), /\b(test\/[\w/.-]+\.ts)\b/g);
    expect([tests.length, tests.filter((file) => !existsSync(file))]).toEqual([1, []]);
  });
});

describe('the guide', () => {
  const guides = ['OPERATING', 'AZURE', 'CAPACITY', 'SERVER'].map((name) => readFileSync(`manifest/${name}.md`, 'utf8')).join('\n');

  it('names settings of the registration, files, parameters and outputs that there are', () => {
    const registration = names(guides, /\b(MicrosoftApp\w+)/g);
    expect(registration.length).toBeGreaterThan(3);
    expect(registration.filter((name) => !configKeys.includes(name))).toEqual([]);
    const files = names(guides, /`(\w+\.bicep)`/g);
    expect(files.filter((name) => !(`modules/${name}` in modules))).toEqual([]);
    expect(Object.keys(modules).filter((file) => !files.includes(file.replace('modules/', '')))).toEqual([]);
    const { declared, outputs } = readBicep(main);
    const spoken = [
      'botAppId',
      'operatorObjectId',
      'operatorName',
      'image',
      'ownHost',
      'certificateId',
      'sharePages',
      'moreSettings',
      'botLocation',
      'location',
      'allowedTenants',
      'databaseStandby',
      'databaseHost',
      'tenantsFile',
    ];
    for (const name of spoken) expect([guides.includes(name), declared.includes(name)], name).toEqual([true, true]);
    for (const name of ['registry', 'vault', 'identityPrincipalId', 'host', 'domainVerificationId'])
      expect([guides.includes(`\`${name}\``), outputs.includes(name)], name).toEqual([true, true]);
  });

  it('has the probes and the endpoint that the service has, and leaves room in the operator’s book', () => {
    for (const path of ['/livez', '/readyz', '/api/messages']) expect(guides).toContain(path);
    expect(readFileSync('manifest/OPERATING.md', 'utf8').split('\n').length).toBeLessThanOrEqual(265);
  });

  it('leads to headings and files that there are', () => {
    const anchorsOf = (text: string) =>
      names(text, /^## (.*)$/gm).map((title) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\d -]/gu, '')
          .replaceAll(' ', '-'),
      );
    for (const book of ['OPERATING', 'AZURE', 'CAPACITY', 'SERVER', 'MUNICIPALITIES']) {
      const text = readFileSync(`manifest/${book}.md`, 'utf8');
      for (const [, file = '', anchor] of text.matchAll(/\]\((?!https?:)([\w./-]*)(?:#([\w-]+))?\)/g)) {
        const target = file === '' ? text : readFileSync(`manifest/${file}`, 'utf8');
        if (anchor !== undefined) expect(anchorsOf(target), `${book}: ${file}#${anchor}`).toContain(anchor);
      }
    }
  });
});

describe('the ports', () => {
  it('are one, wherever they stand, and the service’s own', () => {
    const exposed = recipe.stages.get('')?.find(({ word }) => word === 'EXPOSE')?.rest;
    const parsed = parseConfig({});
    expect([exposed, recipe.env['PORT'], /^var port = (\d+)$/m.exec(app)?.[1]]).toEqual(
      Array(3).fill(String(parsed.ok && parsed.config.port)),
    );
    expect(app).toContain('targetPort: port');
    expect(names(app, /^ +port: (\w+)$/gm)).toEqual(['port', 'port', 'port']);
  });

  it('are asked by all three probes, and folders that are written to are the one that is mounted', () => {
    expect(names(app, /type: '(Startup|Liveness|Readiness)'/g)).toEqual(['Startup', 'Liveness', 'Readiness']);
    expect([recipe.env['DATA_DIR'], /mountPath: '(.*)'/.exec(app)?.[1]]).toEqual(['/data', '/data']);
  });
});
