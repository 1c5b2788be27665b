/**
 * What the doctor says of Microsoft and of how the service is reached, in Danish.
 */
import type { Words } from '../words.js';
import { because, count, list, local, reach } from './forms-da.js';

const newSecret =
  'Lav en ny i Azure (App registrations → botten → Certificates & secrets), sæt dens Value ind i MicrosoftAppPassword, og genstart.';
const registration = 'Tjek MicrosoftAppId, MicrosoftAppTenantId og MicrosoftAppType mod bottens registrering i Azure.';
const proxied = 'Kører tjenesten, og proxyen foran den? Svarer adressen udefra, er det kun herfra, der er lukket.';
const without = 'Botten svarer imens uden den.';
const noAddress = { text: 'PUBLIC_URL er ikke sat' };

/** The Danish words. */
export const outside: Pick<
  Words['looks'],
  'token' | 'connector' | 'keyHost' | 'graph' | 'model' | 'certificate' | 'public' | 'ready' | 'unfurl' | 'package'
> = {
  token: {
    good: () => ({ text: 'Microsoft lukker botten ind' }),
    local: () => local,
    expired: () => ({ text: 'bottens adgangskode (client secret) er udløbet, så intet svar kommer ud', remedy: newSecret }),
    wrongSecret: () => ({
      text: 'MicrosoftAppPassword er ikke bottens adgangskode (client secret), så intet svar kommer ud',
      remedy: `Er det Secret ID i stedet for Value? ${newSecret}`,
    }),
    unknownApp: () => ({ text: 'Microsoft kender ikke botten i den tenant, så intet svar kommer ud', remedy: registration }),
    unknownTenant: () => ({
      text: 'Microsoft kender ikke tenanten i MicrosoftAppTenantId, så intet svar kommer ud',
      remedy: registration,
    }),
    refused: ({ code }) => ({
      text: `Microsoft afviser botten (${code || 'uden grund'}), så intet svar kommer ud`,
      remedy: registration,
    }),
    unreached: ({ why }) => ({
      text: `login.microsoftonline.com ${why === 'timeout' ? 'svarer ikke' : 'kan ikke nås'}, så intet svar kommer ud`,
      remedy: 'Åbn firewallen til login.microsoftonline.com. Tjenesten bruger ingen proxy.',
    }),
    identityRefused: ({ code }) => ({
      text: `bottens identitet (managed identity) bliver afvist (${code || 'uden grund'}), så intet svar kommer ud`,
      remedy: 'Er det den identitet, botten er registreret med? MicrosoftAppId skal være dens client id.',
    }),
    identityAway: () => ({
      text: 'bottens identitet (managed identity) er ikke til at få fat i, så intet svar kommer ud',
      remedy: 'Tildel identiteten til det sted, hvor tjenesten kører, og kør doctor dér.',
    }),
    vouchedRefused: ({ code }) => ({
      text: `Microsoft tager ikke identiteten (managed identity) for god for botten (${code || 'uden grund'}), så intet svar kommer ud`,
      remedy:
        'Har registreringen en federated credential til den identitet, der står i MicrosoftAppIdentity? Se manifest/OPERATING.md, »On Azure in 30 minutes«, trin 3.',
    }),
    vouchedAway: () => ({
      text: 'identiteten (managed identity), der står inde for botten, eller login.microsoftonline.com er ikke til at få fat i, så intet svar kommer ud',
      remedy:
        'Tildel identiteten i MicrosoftAppIdentity til det sted, hvor tjenesten kører, åbn firewallen til login.microsoftonline.com, og kør doctor dér.',
    }),
  },
  connector: {
    good: ({ hosts }) => ({ text: `${list(hosts)} kan nås` }),
    local: () => local,
    pattern: () => ({ text: 'ALLOWED_SERVICE_HOSTS har kun mønstre, som ingen adresse har' }),
    unreached: ({ host, why }) => ({ text: `${host} kan ikke nås: ${because[why]}. Intet svar kommer ud`, remedy: reach(host, why) }),
  },
  keyHost: {
    good: ({ keys }) => ({ text: `${count(keys, 'nøgle', 'nøgler')} hentet` }),
    local: () => local,
    unreached: ({ host, why }) => ({ text: `${host} kan ikke nås: ${because[why]}. Ingen bliver lukket ind`, remedy: reach(host, why) }),
    strange: ({ host }) => ({
      text: `${host} svarer, men ikke med nøgler. Ingen bliver lukket ind`,
      remedy: 'Fjern OPENID_METADATA_URL, eller ret den. Er den ikke sat, svarer noget på jeres netværk i stedet for Microsoft.',
    }),
  },
  graph: {
    off: () => ({ text: 'slået fra (GRAPH)' }),
    good: () => ({ text: 'botten må slå folks stilling op' }),
    given: () => ({ text: 'der er adgang. Hvad den rækker til, kan ikke ses herfra' }),
    ungranted: () => ({
      text: 'botten må ikke slå folks stilling op: User.Read.All mangler',
      remedy: 'Bed en administrator give botten User.Read.All (application permission) i Azure, eller sæt GRAPH=off.',
    }),
    none: () => ({
      text: 'der er ikke adgang at få til Microsoft Graph',
      remedy: 'Tjek bottens registrering i Azure, eller sæt GRAPH=off.',
    }),
  },
  model: {
    off: () => ({ text: 'slået fra (SECOND_READER)' }),
    good: ({ deployment }) => ({ text: `»${deployment}« svarer` }),
    none: () => ({
      text: `der er ikke adgang at få til Azure OpenAI. ${without}`,
      remedy: 'Giv bottens identitet rollen Cognitive Services OpenAI User på ressourcen.',
    }),
    forbidden: ({ host }) => ({
      text: `${host} lukker ikke botten ind. ${without}`,
      remedy: 'Giv bottens identitet rollen Cognitive Services OpenAI User på ressourcen. Med en nøgle: tjek AZURE_OPENAI_API_KEY.',
    }),
    unknown: ({ deployment, host }) => ({
      text: `${host} har ingen udrulning »${deployment}«, der kan bruges. ${without}`,
      remedy: 'Tjek AZURE_OPENAI_DEPLOYMENT og AZURE_OPENAI_API_VERSION i Azure.',
    }),
    trouble: ({ host, status }) => ({
      text: `${host} svarer med fejl (${status}). ${without}`,
      remedy: 'Se Azures driftsstatus, og prøv igen.',
    }),
    unreached: ({ host, why }) => ({ text: `${host} kan ikke nås: ${because[why]}. ${without}`, remedy: reach(host, why) }),
  },
  certificate: {
    off: () => noAddress,
    plain: () => ({ text: 'PUBLIC_URL er ikke https' }),
    unseen: () => ({ text: 'adressen svarer ikke, så der er intet certifikat at se' }),
    good: ({ days }) => ({ text: `gælder i ${count(days, 'dag', 'dage')} endnu` }),
    soon: ({ host, days }) => ({
      text: `${host}: udløber om ${count(days, 'dag', 'dage')}`,
      remedy: 'Forny det nu, og se, hvorfor det ikke sker af sig selv.',
    }),
    ended: ({ host, days }) => ({
      text: `${host}: udløb for ${count(-days, 'dag', 'dage')} siden. Teams kan ikke nå botten`,
      remedy: 'Forny det dér, hvor TLS slutter, og genindlæs proxyen.',
    }),
    untrusted: ({ host, code }) => ({
      text: `${host}: er ikke til at stole på herfra (${code}). Så kan Teams måske ikke nå botten`,
      remedy: 'Brug et certifikat fra en offentlig udsteder, til netop det navn, og send mellemcertifikaterne med.',
    }),
  },
  public: {
    off: () => noAddress,
    good: ({ host, ms }) => ({ text: `${host} svarer på ${ms} ms, og det er Ledelseskompas` }),
    other: ({ host }) => ({
      text: `på ${host} svarer noget andet end Ledelseskompas`,
      remedy: 'Tjek PUBLIC_URL, og at proxyen sender alle stier videre til tjenesten.',
    }),
    unreached: ({ host, why }) => ({
      text: `${host} kan ikke nås: ${because[why]}`,
      remedy: why === 'name' ? `Opret ${host} i DNS, eller ret PUBLIC_URL.` : proxied,
    }),
  },
  ready: {
    off: () => noAddress,
    good: () => ({ text: 'tjenesten svarer folk' }),
    learning: () => ({
      text: 'tjenesten er ved at lære indholdet og svarer om et kvart minut',
      remedy: 'Vent, og se igen. Kør npm run build, så er det lært før næste start.',
    }),
    database: () => ({
      text: 'tjenesten kan ikke få fat i sin database, men det kan doctor herfra',
      remedy: 'Har tjenesten samme DATABASE_URL, og samme vej til den? Ellers genstart tjenesten.',
    }),
    other: ({ status }) => ({
      text: `tjenesten er ikke klar (${status})`,
      remedy: 'Vent et minut, og se igen. Bliver det ved, så se i loggen.',
    }),
  },
  unfurl: {
    off: () => noAddress,
    none: () => ({ text: 'ingen grundlag har sider her' }),
    good: ({ path }) => ({ text: `siden ${path} kan åbnes` }),
    missing: ({ url }) => ({
      text: `${url} kan ikke åbnes`,
      remedy: 'Genstart tjenesten med samme CONTENT_DIR og PUBLIC_URL som her, og lad proxyen sende /del/ videre.',
    }),
  },
  package: {
    none: () => ({ text: 'der er ingen i out/. Nævn en med --package' }),
    local: () => local,
    good: ({ file, version }) => ({ text: `${file} (version ${version}) er til denne bot` }),
    unreadable: ({ file }) => ({
      text: `»${file}« er ikke en app-pakke`,
      remedy: 'Lav en: npm run package-app -- --bot-id GUID --host VÆRT',
    }),
    otherBot: ({ file, packed, wanted }) => ({
      text: `${file} er til en anden bot (${packed}). Teams spørger den i stedet`,
      remedy: `Lav den igen med --bot-id ${wanted}, og læg den nye i Teams. Er det MicrosoftAppId, der er forkert, så ret den.`,
    }),
    otherHost: ({ file, packed, wanted }) => ({
      text: `${file} er til en anden adresse (${packed}), så links bliver ikke foldet ud`,
      remedy: `Lav den igen med --host ${wanted}, og læg den nye i Teams. Er det PUBLIC_URL, der er forkert, så ret den.`,
    }),
  },
};
