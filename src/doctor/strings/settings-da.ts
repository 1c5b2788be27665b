/**
 * What each setting wants, in Danish: the service itself says it in English.
 */
import { keyRecipe } from '../../storage/encryption.js';

const number = (from: number, to: number) => `et helt tal fra ${from.toLocaleString('da-DK')} til ${to.toLocaleString('da-DK')}`;
const onOff = 'on eller off';

/** By setting, what is to be written: "Skriv …". */
export const wantedOf: Readonly<Record<string, string>> = {
  PORT: number(0, 65_535).replace('.', ''),
  HOST: 'en af maskinens IP-adresser (127.0.0.1, når proxyen er på samme maskine), eller lad den være tom',
  NODE_ENV: 'production, development eller test',
  MicrosoftAppId: 'bottens Application (client) ID fra Azure',
  MicrosoftAppPassword: 'bottens client secret fra Azure (dens Value, ikke dens Secret ID)',
  MicrosoftAppTenantId: 'id’et på den Entra-tenant, som botten er registreret i',
  MicrosoftAppIdentity: 'client id’et på den managed identity, der står inde for botten, eller lad den være tom',
  MicrosoftAppType: 'SingleTenant, UserAssignedMSI eller MultiTenant',
  ALLOWED_TENANTS: 'id’erne på de Entra-tenants, der må bruge botten, med komma imellem (tit kun det i MicrosoftAppTenantId)',
  TENANTS_FILE: 'navnet på filen med kommunerne',
  ALLOWED_SERVICE_HOSTS: 'værtsnavne som smba.trafficmanager.net med komma imellem, eller lad den være tom',
  OPENID_METADATA_URL: 'en https-adresse, eller lad den være tom',
  OPENID_REFRESH_MINUTES: 'et antal minutter, højst 1440',
  MESSAGES_PER_MINUTE: number(1, 100_000),
  MESSAGES_PER_SECOND: number(1, 100_000),
  CONTENT_DIR: 'navnet på mappen med indholdet',
  FRAMEWORKS: 'id’er på ledelsesgrundlag med komma imellem, eller lad den være tom',
  DEFAULT_FRAMEWORK: 'id’et på et ledelsesgrundlag',
  PLAYGROUND: onOff,
  LOG_LEVEL: 'silent, fatal, error, warn, info, debug eller trace',
  DATA_DIR: 'navnet på en mappe på maskinens egen disk',
  DATABASE_URL: 'postgres://bruger:adgangskode@vært:5432/database (med DATABASE_AUTH=entra uden adgangskode)',
  DATABASE_AUTH: 'password eller entra',
  REFLECTION_KEYS: `id:nøgle. Lav en ny med ${keyRecipe}`,
  RETENTION_DAYS: number(1, 3_650),
  INACTIVE_DAYS: number(60, 3_650),
  NUDGE_GRACE_MINUTES: number(1, 1_440),
  NUDGE_RATE: number(1, 50),
  CLOSING_DAYS: 'none, eller municipal og datoer som 2026-12-28 med komma imellem',
  GRAPH: onOff,
  NOTES_IN: 'dialog eller chat',
  EDITOR_CONTACT: 'et navn og en adresse, højst 120 tegn',
  EDITOR_ID: 'en persons objekt-id fra Entra',
  PUBLIC_URL: 'https:// og tjenestens eget værtsnavn, og intet efter det',
  SECOND_READER: 'off, unsure eller always',
  AZURE_OPENAI_ENDPOINT: 'ressourcens adresse fra Azure, som https://kommunen.openai.azure.com, og intet efter den',
  AZURE_OPENAI_DEPLOYMENT: 'navnet på udrulningen i Azure',
  AZURE_OPENAI_API_VERSION: 'en version som 2024-10-21, eller lad den være tom',
  AZURE_OPENAI_API_KEY: 'en nøgle fra Azure, kun til prøve på egen maskine',
  SECOND_READER_TIMEOUT_MS: number(500, 10_000),
  SECOND_READER_PER_MINUTE: number(1, 10_000),
  SECOND_READER_PER_DAY: number(1, 1_000_000),
  OPERATOR_PORT: 'et portnummer, som intet andet bruger, heller ikke PORT',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'adressen på jeres OpenTelemetry-collector, som https://collector.kommune.dk:4318',
  OTEL_EXPORTER_OTLP_HEADERS: 'navn=værdi med komma imellem',
};
