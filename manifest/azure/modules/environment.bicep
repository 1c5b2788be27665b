// Not compiled: there was no Bicep compiler where this was written. Its syntax was read by a parser of the language, and every name
// of a property held against the types that Azure published on 20 August 2026. Run `az bicep build` before the first deployment.
//
// What instances run in. Its log goes to the workspace by Azure Monitor, which needs no key.

@description('What it is called after.')
param name string

@description('Its region.')
param location string

@description('The part of the network that is its own.')
param subnetId string

@description('Where the log goes.')
param workspaceId string

@description('Whether instances are spread over the region\'s zones. Cannot be changed later.')
param zoneRedundant bool = true

resource environment 'Microsoft.App/managedEnvironments@2026-01-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    vnetConfiguration: {
      infrastructureSubnetId: subnetId
      internal: false
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    zoneRedundant: zoneRedundant
  }
}

resource toLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

@description('Its resource id.')
output id string = environment.id

@description('What comes after the name of an app in its host name.')
output defaultDomain string = environment.properties.defaultDomain

@description('What proves that a host name is yours.')
output domainVerificationId string = environment.properties.customDomainConfiguration.customDomainVerificationId
