// Not compiled: there was no Bicep compiler where this was written. Its syntax was read by a parser of the language, and every name
// of a property held against the types that Azure published on 20 August 2026. Run `az bicep build` before the first deployment.
//
// A network of its own, so that the database has no address on the internet.

@description('What it is called after.')
param name string

@description('Its region.')
param location string

@description('The network\'s addresses: any private ones that you do not route to. /24 leaves room.')
param addresses string = '10.77.0.0/24'

@description('Those of the service: Container Apps wants /27 at least, to itself.')
param appAddresses string = '10.77.0.0/26'

@description('Those of the database: Flexible Server wants /28 at least, to itself.')
param databaseAddresses string = '10.77.0.64/28'

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [addresses]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: appAddresses
          delegations: [
            {
              name: 'app'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: databaseAddresses
          delegations: [
            {
              name: 'database'
              properties: {
                serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers'
              }
            }
          ]
        }
      }
    ]
  }
}

// The name in front is free; the rest is what PostgreSQL wants of a zone.
resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: zone
  name: 'network'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}

@description('The resource id of the service\'s part.')
output appSubnetId string = '${network.id}/subnets/app'

@description('The resource id of the database\'s part.')
output databaseSubnetId string = '${network.id}/subnets/database'

@description('The resource id of the zone that knows the database by name.')
output databaseZoneId string = zone.id
