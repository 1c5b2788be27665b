/**
 * What the doctor says of Microsoft and of how the service is reached, in English.
 */
import type { Words } from '../words.js';
import { because, count, list, local, reach } from './forms-en.js';

const newSecret =
  'Make a new one in Azure (App registrations → the bot → Certificates & secrets), put its Value into MicrosoftAppPassword, and restart.';
const registration = "Check MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppType against the bot's registration in Azure.";
const proxied = 'Do the service and the proxy in front of it run? If the address answers from outside, only the way from here is closed.';
const without = 'The bot answers without it meanwhile.';
const noAddress = { text: 'PUBLIC_URL is not set' };

/** The English words. */
export const outside: Pick<
  Words['looks'],
  'token' | 'connector' | 'keyHost' | 'graph' | 'model' | 'certificate' | 'public' | 'ready' | 'unfurl' | 'package'
> = {
  token: {
    good: () => ({ text: 'Microsoft lets the bot in' }),
    local: () => local,
    expired: () => ({ text: "the bot's client secret is expired, so no answer leaves", remedy: newSecret }),
    wrongSecret: () => ({
      text: "MicrosoftAppPassword is not the bot's client secret, so no answer leaves",
      remedy: `Is it the Secret ID instead of the Value? ${newSecret}`,
    }),
    unknownApp: () => ({ text: 'Microsoft does not know the bot in that tenant, so no answer leaves', remedy: registration }),
    unknownTenant: () => ({
      text: 'Microsoft does not know the tenant in MicrosoftAppTenantId, so no answer leaves',
      remedy: registration,
    }),
    refused: ({ code }) => ({
      text: `Microsoft refuses the bot (${code || 'no reason given'}), so no answer leaves`,
      remedy: registration,
    }),
    unreached: ({ why }) => ({
      text: `login.microsoftonline.com ${why === 'timeout' ? 'does not answer' : 'cannot be reached'}, so no answer leaves`,
      remedy: 'Open the firewall to login.microsoftonline.com. The service uses no proxy.',
    }),
    identityRefused: ({ code }) => ({
      text: `the bot's managed identity is refused (${code || 'no reason given'}), so no answer leaves`,
      remedy: 'Is it the identity that the bot is registered with? MicrosoftAppId must be its client id.',
    }),
    identityAway: () => ({
      text: "the bot's managed identity cannot be reached, so no answer leaves",
      remedy: 'Assign the identity to where the service runs, and run doctor there.',
    }),
    vouchedRefused: ({ code }) => ({
      text: `Microsoft does not take the managed identity's word for the bot (${code || 'no reason given'}), so no answer leaves`,
      remedy:
        'Does the registration have a federated credential for the identity in MicrosoftAppIdentity? See manifest/OPERATING.md, "On Azure in 30 minutes", step 3.',
    }),
    vouchedAway: () => ({
      text: 'the managed identity that vouches for the bot, or login.microsoftonline.com, cannot be reached, so no answer leaves',
      remedy:
        'Assign the identity in MicrosoftAppIdentity to where the service runs, open the firewall to login.microsoftonline.com, and run doctor there.',
    }),
  },
  connector: {
    good: ({ hosts }) => ({ text: `${list(hosts)} can be reached` }),
    local: () => local,
    pattern: () => ({ text: 'ALLOWED_SERVICE_HOSTS has patterns only, which have no address' }),
    unreached: ({ host, why }) => ({ text: `${host} cannot be reached: ${because[why]}. No answer leaves`, remedy: reach(host, why) }),
  },
  keyHost: {
    good: ({ keys }) => ({ text: `${count(keys, 'key')} fetched` }),
    local: () => local,
    unreached: ({ host, why }) => ({ text: `${host} cannot be reached: ${because[why]}. Nobody is let in`, remedy: reach(host, why) }),
    strange: ({ host }) => ({
      text: `${host} answers, but not with keys. Nobody is let in`,
      remedy: 'Remove OPENID_METADATA_URL, or correct it. If it is not set, something on your network answers instead of Microsoft.',
    }),
  },
  graph: {
    off: () => ({ text: 'off (GRAPH)' }),
    good: () => ({ text: "the bot may look people's job titles up" }),
    given: () => ({ text: 'a token can be had. What it permits cannot be seen from here' }),
    ungranted: () => ({
      text: "the bot may not look people's job titles up: User.Read.All is missing",
      remedy: 'Ask an administrator to give the bot User.Read.All (application permission) in Azure, or set GRAPH=off.',
    }),
    none: () => ({ text: 'no token for Microsoft Graph can be had', remedy: "Check the bot's registration in Azure, or set GRAPH=off." }),
  },
  model: {
    off: () => ({ text: 'off (SECOND_READER)' }),
    good: ({ deployment }) => ({ text: `"${deployment}" answers` }),
    none: () => ({
      text: `no token for Azure OpenAI can be had. ${without}`,
      remedy: "Give the bot's identity the role Cognitive Services OpenAI User on the resource.",
    }),
    forbidden: ({ host }) => ({
      text: `${host} does not let the bot in. ${without}`,
      remedy: "Give the bot's identity the role Cognitive Services OpenAI User on the resource. With a key: check AZURE_OPENAI_API_KEY.",
    }),
    unknown: ({ deployment, host }) => ({
      text: `${host} has no deployment "${deployment}" that can be used. ${without}`,
      remedy: 'Check AZURE_OPENAI_DEPLOYMENT and AZURE_OPENAI_API_VERSION in Azure.',
    }),
    trouble: ({ host, status }) => ({
      text: `${host} answers with an error (${status}). ${without}`,
      remedy: "See Azure's service health, and try again.",
    }),
    unreached: ({ host, why }) => ({ text: `${host} cannot be reached: ${because[why]}. ${without}`, remedy: reach(host, why) }),
  },
  certificate: {
    off: () => noAddress,
    plain: () => ({ text: 'PUBLIC_URL is not https' }),
    unseen: () => ({ text: 'the address does not answer, so there is no certificate to see' }),
    good: ({ days }) => ({ text: `is good for ${count(days, 'more day', 'more days')}` }),
    soon: ({ host, days }) => ({
      text: `${host}: ends in ${count(days, 'day')}`,
      remedy: 'Renew it now, and see why that does not happen by itself.',
    }),
    ended: ({ host, days }) => ({
      text: `${host}: ended ${count(-days, 'day')} ago. Teams cannot reach the bot`,
      remedy: 'Renew it where TLS ends, and reload the proxy.',
    }),
    untrusted: ({ host, code }) => ({
      text: `${host}: cannot be trusted from here (${code}). Then Teams may not reach the bot`,
      remedy: 'Use a certificate of a public authority, for that very name, and send the intermediate certificates with it.',
    }),
  },
  public: {
    off: () => noAddress,
    good: ({ host, ms }) => ({ text: `${host} answers in ${ms} ms, and it is Ledelseskompas` }),
    other: ({ host }) => ({
      text: `something else than Ledelseskompas answers at ${host}`,
      remedy: 'Check PUBLIC_URL, and that the proxy passes all paths on to the service.',
    }),
    unreached: ({ host, why }) => ({
      text: `${host} cannot be reached: ${because[why]}`,
      remedy: why === 'name' ? `Put ${host} into the DNS, or correct PUBLIC_URL.` : proxied,
    }),
  },
  ready: {
    off: () => noAddress,
    good: () => ({ text: 'the service answers people' }),
    learning: () => ({
      text: 'the service is learning its content and answers in a quarter of a minute',
      remedy: 'Wait, and look again. After npm run build it is learned before the next start.',
    }),
    database: () => ({
      text: 'the service does not get at its database, while doctor does from here',
      remedy: 'Has the service the same DATABASE_URL, and the same way to it? Else restart the service.',
    }),
    other: ({ status }) => ({
      text: `the service is not ready (${status})`,
      remedy: 'Wait a minute, and look again. If it stays, look in the log.',
    }),
  },
  unfurl: {
    off: () => noAddress,
    none: () => ({ text: 'no framework has pages here' }),
    good: ({ path }) => ({ text: `the page ${path} opens` }),
    missing: ({ url }) => ({
      text: `${url} does not open`,
      remedy: 'Restart the service with the same CONTENT_DIR and PUBLIC_URL as here, and let the proxy pass /del/ on.',
    }),
  },
  package: {
    none: () => ({ text: 'there is none in out/. Name one with --package' }),
    local: () => local,
    good: ({ file, version }) => ({ text: `${file} (version ${version}) is for this bot` }),
    unreadable: ({ file }) => ({
      text: `"${file}" is no app package`,
      remedy: 'Make one: npm run package-app -- --bot-id GUID --host HOST',
    }),
    otherBot: ({ file, packed, wanted }) => ({
      text: `${file} is for another bot (${packed}). Teams asks that one`,
      remedy: `Make it again with --bot-id ${wanted}, and put the new one into Teams. If it is MicrosoftAppId that is wrong, correct that.`,
    }),
    otherHost: ({ file, packed, wanted }) => ({
      text: `${file} is for another address (${packed}), so links are not unfurled`,
      remedy: `Make it again with --host ${wanted}, and put the new one into Teams. If it is PUBLIC_URL that is wrong, correct that.`,
    }),
  },
};
