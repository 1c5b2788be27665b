// Not compiled: there was no Bicep compiler where this was written. Its syntax was read by a parser of the language, and every name
// of a property held against the types that Azure published on 20 August 2026. Run `az bicep build` before the first deployment.
//
// Ledelseskompas in one resource group: two instances behind TLS, PostgreSQL, the keys of the notes, the logs, and the bot in Teams.
// No secret stands here or comes out: one managed identity pulls the image, reads the keys, signs in to PostgreSQL, and vouches
// for the bot's registration. How it is run: manifest/AZURE.md.

@description('What every resource is called after; small letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'kompas'

@description('Where everything but the bot runs. A region of the EU.')
param location string = resourceGroup().location

@description('Where the bot\'s own service keeps what passes through it. westeurope is the region that Azure Bot has in the EU.')
@allowed(['westeurope', 'global'])
param botLocation string = 'westeurope'

@description('The application (client) id of the bot\'s registration in Entra.')
param botAppId string

@description('The image to run, such as kompasxyz.azurecr.io/ledelseskompas:0.2.0. Empty: all but the service and the bot is made, so that the image and the keys can be put there first.')
param image string = ''

@description('The Entra tenants whose people may use the bot. Not looked at where there is a tenantsFile.')
@minLength(1)
param allowedTenants array = [tenant().tenantId]

@description('The file of tenants in an image of your own, such as tenants.yaml (manifest/AZURE.md). Empty: allowedTenants, with the same for all.')
param tenantsFile string = ''

@description('The object id of the person or group that puts the keys of the notes into the vault, and may sign in to the database.')
param operatorObjectId string

@description('The operator\'s name as Entra knows it (a person\'s user principal name, a group\'s display name): PostgreSQL takes it for the name of the role.')
param operatorName string

@description('What the operator is.')
@allowed(['User', 'Group'])
param operatorType string = 'User'

@description('A host name of your own that points to the service, such as kompas.kommune.dk. Empty: the name that Azure gives.')
param ownHost string = ''

@description('The resource id of the certificate for that name; empty until it is bound (manifest/AZURE.md).')
param certificateId string = ''

@description('Whether there are pages to share and links to them (PUBLIC_URL).')
param sharePages bool = false

@description('More settings, as .env.example explains them: [{ name: \'GRAPH\', value: \'on\' }]. None that is secret.')
param moreSettings array = []

@description('How many instances run at least; with two, one may stop.')
@minValue(1)
param minReplicas int = 2

@description('How many instances run at most.')
@minValue(1)
param maxReplicas int = 4

@description('The compute size of PostgreSQL. A Burstable one carries a municipality; for many, Standard_D2ds_v5 with GeneralPurpose.')
param databaseSku string = 'Standard_B2s'

@description('The tier that this size belongs to.')
@allowed(['Burstable', 'GeneralPurpose', 'MemoryOptimized'])
param databaseTier string = 'Burstable'

@description('Whether a second database server stands by. ZoneRedundant needs a tier above Burstable, and costs as much again.')
@allowed(['Disabled', 'SameZone', 'ZoneRedundant'])
param databaseStandby string = 'Disabled'

@description('The version of PostgreSQL. 15 is the one that the tests run on.')
@allowed(['15', '16', '17'])
param databaseVersion string = '15'

@description('The host of another database server, such as a restored one. Empty: the server that is made here.')
param databaseHost string = ''

@description('Days that the logs are kept. They hold no names and no texts.')
@minValue(30)
param logDays int = 30

var suffix = uniqueString(resourceGroup().id, name)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: name
    location: location
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    name: name
    location: location
    days: logDays
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: '${name}${suffix}'
    location: location
    pullerPrincipalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('${name}-${suffix}', 24)
    location: location
    readerPrincipalId: identity.outputs.principalId
    operatorObjectId: operatorObjectId
    operatorType: operatorType
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: '${name}-${suffix}'
    location: location
    subnetId: network.outputs.databaseSubnetId
    zoneId: network.outputs.databaseZoneId
    skuName: databaseSku
    skuTier: databaseTier
    standby: databaseStandby
    version: databaseVersion
    servicePrincipalId: identity.outputs.principalId
    serviceName: identity.outputs.name
    operatorObjectId: operatorObjectId
    operatorName: operatorName
    operatorType: operatorType
  }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    name: name
    location: location
    subnetId: network.outputs.appSubnetId
    workspaceId: logs.outputs.workspaceId
  }
}

// Without its certificate a name of your own answers nobody: until then messages go to the other one.
var host = ownHost == '' || certificateId == '' ? '${name}.${environment.outputs.defaultDomain}' : ownHost
var databaseServer = databaseHost == '' ? database.outputs.host : databaseHost

module app 'modules/app.bicep' = if (image != '') {
  name: 'app'
  params: {
    name: name
    location: location
    environmentId: environment.outputs.id
    image: image
    registryServer: registry.outputs.loginServer
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    botAppId: botAppId
    allowedTenants: allowedTenants
    tenantsFile: tenantsFile
    databaseUrl: 'postgres://${identity.outputs.name}@${databaseServer}:5432/${database.outputs.database}'
    reflectionKeysUrl: '${vault.outputs.uri}secrets/reflection-keys'
    ownHost: ownHost
    certificateId: certificateId
    publicUrl: sharePages ? 'https://${host}' : ''
    moreSettings: moreSettings
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
}

module bot 'modules/bot.bicep' = if (image != '') {
  name: 'bot'
  params: {
    name: '${name}-${suffix}'
    location: botLocation
    appId: botAppId
    endpoint: 'https://${host}/api/messages'
  }
}

@description('Where the service answers; what --host of npm run package-app wants.')
output host string = host

@description('Where the image is pushed to.')
output registry string = registry.outputs.loginServer

@description('The vault that takes the secret reflection-keys.')
output vault string = vault.outputs.name

@description('The subject of the federated credential in the bot\'s registration.')
output identityPrincipalId string = identity.outputs.principalId

@description('What the TXT record asuid of your own host name must hold.')
output domainVerificationId string = environment.outputs.domainVerificationId
