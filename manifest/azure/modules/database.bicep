// Not compiled: there was no Bicep compiler where this was written. Its syntax was read by a parser of the language, and every name
// of a property held against the types that Azure published on 20 August 2026. Run `az bicep build` before the first deployment.
//
// PostgreSQL that lets in by Entra alone, from its own network alone. The service's identity is an administrator of the server,
// which holds nothing else: it makes its tables, and the role that turns take on (manifest/MUNICIPALITIES.md).

@description('The server\'s name, unique in Azure.')
param name string

@description('Its region.')
param location string

@description('The part of the network that is its own.')
param subnetId string

@description('The zone that knows it by name.')
param zoneId string

@description('Its compute size.')
param skuName string

@description('The tier of that size.')
param skuTier string

@description('Whether a second one stands by.')
param standby string

@description('The version of PostgreSQL.')
param version string

@description('The object id of the service\'s identity.')
param servicePrincipalId string

@description('Its name, which becomes the name of its role.')
param serviceName string

@description('The object id of whoever operates.')
param operatorObjectId string

@description('Their name in Entra, which becomes the name of their role.')
param operatorName string

@description('Whether that is a User or a Group.')
param operatorType string

@description('Gigabytes of its disk; it grows by itself.')
param storageGigabytes int = 32

@description('Days that copies are kept. Whoever deleted their data is in the copies as long; 30 fits RETENTION_DAYS.')
@minValue(7)
@maxValue(35)
param backupDays int = 30

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  sku: {
    name: skuName
    tier: skuTier
  }
  properties: {
    version: version
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: zoneId
    }
    storage: {
      storageSizeGB: storageGigabytes
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: backupDays
      geoRedundantBackup: 'Disabled'
    }
    highAvailability: {
      mode: standby
    }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = {
  parent: server
  name: 'ledelseskompas'
  properties: {
    charset: 'UTF8'
    collation: 'en_US.utf8'
  }
}

// One after the other: the server takes one change at a time.
resource service 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = {
  parent: server
  name: servicePrincipalId
  properties: {
    principalName: serviceName
    principalType: 'ServicePrincipal'
    tenantId: tenant().tenantId
  }
  dependsOn: [database]
}

resource operator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = {
  parent: server
  name: operatorObjectId
  properties: {
    principalName: operatorName
    principalType: operatorType
    tenantId: tenant().tenantId
  }
  dependsOn: [service]
}

@description('The host that the service connects to.')
output host string = server.properties.fullyQualifiedDomainName

@description('The database\'s name.')
output database string = database.name
