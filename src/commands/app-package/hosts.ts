/**
 * Host names as an app package takes them: what a name is, and which ones nobody has to themselves.
 */

const hostName = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/i;

/** Whether a text is a host name that Teams can reach: no scheme, no port, no path, no address. */
export function isHost(text: string): boolean {
  return hostName.test(text);
}

/** Names that the Teams store refuses by name (Microsoft Teams store validation guidelines, "External domains"). */
const refusedByName: readonly string[] = ['azurewebsites.net', 'azureedge.com', 'microsoft.com', 'microsoftonline.com', 'onmicrosoft.com'];
/**
 * What it refuses by the same rule ("domains outside of your organization's control and tunneling services"): anybody can have a name
 * there, and whoever gives a name up leaves it to the next one.
 */
const shared: readonly string[] = [
  ...['azurecontainerapps.io', 'azurecontainer.io', 'azureedge.net', 'azurefd.net', 'azure-api.net', 'azurestaticapps.net'],
  ...['cloudapp.azure.com', 'cloudapp.net', 'trafficmanager.net', 'windows.net'],
  ...['devtunnels.ms', 'loca.lt', 'ngrok.app', 'ngrok.dev', 'ngrok.io', 'ngrok-free.app', 'ngrok-free.dev', 'trycloudflare.com'],
];

/** The domain of a host that anybody can have a name in, such as `azurewebsites.net`; undefined where it may be one's own. */
export function findSharedDomain(host: string): string | undefined {
  const name = host.toLowerCase();
  return [...refusedByName, ...shared].find((domain) => name === domain || name.endsWith(`.${domain}`));
}
