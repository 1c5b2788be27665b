// Not compiled: there was no Bicep compiler where this was written. Its syntax was read by a parser of the language, and every name
// of a property held against the types that Azure published on 20 August 2026. Run `az bicep build` before the first deployment.
//
// Where the keys of the notes are. A key that is lost opens no note again, so what is deleted here can be had back for 90 days.

@description('Its name, unique in Azure, 24 characters at most.')
param name string

@description('Its region.')
param location string

@description('Whose identity reads the keys: the service\'s.')
param readerPrincipalId string

@description('Who puts the keys there.')
param operatorObjectId string

@description('Whether that is a User or a Group.')
param operatorType string

// Key Vault Secrets User and Key Vault Secrets Officer (Azure built-in roles, "Security").
var readRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
var writeRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }
}

resource read 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerPrincipalId, readRole)
  scope: vault
  properties: {
    roleDefinitionId: readRole
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource write 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, operatorObjectId, writeRole)
  scope: vault
  properties: {
    roleDefinitionId: writeRole
    principalId: operatorObjectId
    principalType: operatorType
  }
}

@description('Its name.')
output name string = vault.name

@description('Its address, with a slash at the end.')
output uri string = vault.properties.vaultUri
