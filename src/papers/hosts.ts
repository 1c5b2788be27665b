/**
 * Everybody whom the service calls. Whoever lets it call somebody new adds them here and to `host-ids.ts`, and says in `strings/hosts.ts` who they are, when
 * they are called and with what; a test looks through the sources, the settings and the README for what is missing here.
 */
import type { HostId } from './host-ids.js';
import type { Installation } from './installation.js';
import { hostWords } from './strings/hosts.js';

/** How somebody is called. */
export type Outgoing = {
  /** Host names that stand in the code; a municipality's own stand in its settings. */
  readonly hosts: readonly string[];
  /** The settings that name the host, or turn it on. */
  readonly settings: readonly string[];
  /** The files that call, or load what calls; paths in src/. */
  readonly files: readonly string[];
};

/** Whom the service calls. */
export const outgoing: Readonly<Record<HostId, Outgoing>> = {
  connector: {
    hosts: ['smba.trafficmanager.net', '*.botframework.com'],
    settings: ['ALLOWED_SERVICE_HOSTS'],
    files: ['teams/connector-client.ts'],
  },
  keys: { hosts: ['login.botframework.com'], settings: ['OPENID_METADATA_URL'], files: ['teams/keys.ts'] },
  login: { hosts: ['login.microsoftonline.com'], settings: ['MicrosoftAppId'], files: ['azure/credentials.ts'] },
  graph: { hosts: ['graph.microsoft.com'], settings: ['GRAPH'], files: ['azure/graph.ts', 'azure/looks.ts'] },
  model: { hosts: [], settings: ['SECOND_READER', 'AZURE_OPENAI_ENDPOINT'], files: ['azure/language-model.ts', 'azure/looks.ts'] },
  database: { hosts: [], settings: ['DATABASE_URL'], files: ['storage/postgres.ts'] },
  telemetry: { hosts: [], settings: ['OTEL_EXPORTER_OTLP_ENDPOINT'], files: ['telemetry/otlp.ts'] },
  own: { hosts: [], settings: ['PUBLIC_URL'], files: ['doctor/network.ts', 'doctor/looks/outside.ts'] },
};

/** Hosts that stand in the sources and are never called by the service: names in tokens and formats, links for people, examples. */
export const mentioned: Readonly<Record<string, string>> = {
  'api.botframework.com': 'the name that tokens are for',
  'token.botframework.com': 'what the SDK would ask to sign people in, which the bot never does',
  'cognitiveservices.azure.com': 'the name that tokens are for',
  'ossrdbms-aad.database.windows.net': 'the name that tokens are for',
  'botframework.com': 'the name of a tenant in an address of the login',
  'skype.com': 'how an emoji of Teams is told from a picture',
  'adaptivecards.io': 'the name of a format',
  'www.w3.org': 'the name of a format',
  'teams.microsoft.com': 'a link that people press',
  'www.datatilsynet.dk': 'a link that people press',
  'github.com': 'a link that people press',
  'da.wikipedia.org': 'a link that people press',
  'en.wikipedia.org': 'a link that people press',
  'creativecommons.org': 'a link that people press',
  'kommunen.openai.azure.com': 'an example',
  'collector.kommune.dk': 'an example',
};

/** Whether somebody is called in an installation. */
export function isCalled(id: HostId, installation: Installation): boolean {
  const { registered, graph, reader, database, databaseAuth, telemetry, ownAddress } = installation;
  const called: Readonly<Record<HostId, boolean>> = {
    connector: registered,
    keys: registered,
    login: registered || graph || reader !== 'off' || databaseAuth === 'entra',
    graph,
    model: reader !== 'off',
    database: database === 'postgres',
    telemetry,
    own: ownAddress,
  };
  return called[id];
}

/** Where somebody is: Microsoft's host names, as the settings have them; of a municipality's own hosts only whose they are. */
export function hostOf(id: HostId, { serviceHosts, keysHost }: Installation): string {
  if (id === 'connector') return serviceHosts.join(', ');
  if (id === 'keys') return keysHost;
  return outgoing[id].hosts.join(', ') || (hostWords[id].host ?? '');
}
