// Not compiled: there was no Bicep compiler where this was written. Its syntax was read by a parser of the language, and every name
// of a property held against the types that Azure published on 20 August 2026. Run `az bicep build` before the first deployment.
//
// The one identity that the service runs with. Nobody has a password or a key of it.

@description('What it is called after.')
param name string

@description('Its region.')
param location string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-service'
  location: location
}

@description('Its resource id.')
output id string = identity.id

@description('Its name, which is the name of its role in PostgreSQL too.')
output name string = identity.name

@description('What the service names it by (MicrosoftAppIdentity).')
output clientId string = identity.properties.clientId

@description('What roles are given to, and the subject of the federated credential.')
output principalId string = identity.properties.principalId
