// Not compiled: there was no Bicep compiler where this was written. Its syntax was read by a parser of the language, and every name
// of a property held against the types that Azure published on 20 August 2026. Run `az bicep build` before the first deployment.
//
// Where the image is. The service's identity pulls it; there is no user with a password.

@description('Its name, unique in Azure: letters and digits.')
param name string

@description('Its region.')
param location string

@description('Whose identity pulls.')
param pullerPrincipalId string

// AcrPull (Azure built-in roles, "Containers").
var pullRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: name
  location: location
  sku: {
    name: 'Basic'
  }
  properties: {
    adminUserEnabled: false
  }
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, pullerPrincipalId, pullRole)
  scope: registry
  properties: {
    roleDefinitionId: pullRole
    principalId: pullerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('The host that images are pushed to.')
output loginServer string = registry.properties.loginServer
