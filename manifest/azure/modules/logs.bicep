// Not compiled: there was no Bicep compiler where this was written. Its syntax was read by a parser of the language, and every name
// of a property held against the types that Azure published on 20 August 2026. Run `az bicep build` before the first deployment.
//
// Where the log goes. Whoever reads it signs in with Entra: the workspace has no key that lets anybody in.

@description('What it is called after.')
param name string

@description('Its region.')
param location string

@description('Days that it keeps.')
param days int

@description('Gigabytes that it takes in a day; what is above is dropped. Some 20 MB are to be expected.')
param mostGigabytesADay int = 1

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: days
    features: {
      disableLocalAuth: true
    }
    workspaceCapping: {
      dailyQuotaGb: mostGigabytesADay
    }
  }
}

@description('Its resource id.')
output workspaceId string = workspace.id
