// Not compiled: there was no Bicep compiler where this was written. Its syntax was read by a parser of the language, and every name
// of a property held against the types that Azure published on 20 August 2026. Run `az bicep build` before the first deployment.
//
// The service: instances behind TLS. Nothing of it is kept on their disks.

@description('Its name, and the first part of the host name that Azure gives.')
param name string

@description('Its region.')
param location string

@description('What it runs in.')
param environmentId string

@description('The image.')
param image string

@description('The registry that the image is pulled from.')
param registryServer string

@description('The resource id of the identity that it runs with.')
param identityId string

@description('The client id of that identity.')
param identityClientId string

@description('The application (client) id of the bot\'s registration.')
param botAppId string

@description('The tenants whose people may use the bot, where there is no file of tenants.')
param allowedTenants array

@description('The file of tenants in the image, or empty.')
param tenantsFile string

@description('The database, without a password.')
param databaseUrl string

@description('The secret in the vault that holds the keys of the notes; without a version, so that a new key comes by itself.')
param reflectionKeysUrl string

@description('A host name of your own, or empty.')
param ownHost string

@description('The certificate for it, or empty.')
param certificateId string

@description('The address of pages to share, or empty.')
param publicUrl string

@description('More settings, none that is secret.')
param moreSettings array

@description('Instances at least.')
param minReplicas int

@description('Instances at most.')
param maxReplicas int

@description('Cores of an instance.')
param cpu string = '0.5'

@description('Memory of an instance. Container Apps gives 2 GB with each core; the process takes 250 MB.')
param memory string = '1Gi'

var port = 3978

// The service starts with one of them alone.
var whoMayUse = tenantsFile == '' ? [{ name: 'ALLOWED_TENANTS', value: join(allowedTenants, ',') }] : [{ name: 'TENANTS_FILE', value: tenantsFile }]

resource app 'Microsoft.App/containerApps@2026-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        allowInsecure: false
        targetPort: port
        transport: 'http'
        customDomains: ownHost == ''
          ? []
          : [
              {
                name: ownHost
                bindingType: certificateId == '' ? 'Disabled' : 'SniEnabled'
                certificateId: certificateId == '' ? null : certificateId
              }
            ]
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: [
        {
          name: 'reflection-keys'
          keyVaultUrl: reflectionKeysUrl
          identity: identityId
        }
      ]
    }
    template: {
      // The service ends within five seconds of SIGTERM.
      terminationGracePeriodSeconds: 15
      containers: [
        {
          name: 'service'
          image: image
          resources: {
            cpu: json(cpu)
            memory: memory
          }
          env: concat(
            [
              { name: 'PORT', value: string(port) }
              { name: 'MicrosoftAppId', value: botAppId }
              { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
              { name: 'MicrosoftAppType', value: 'SingleTenant' }
              { name: 'MicrosoftAppIdentity', value: identityClientId }
              { name: 'DATABASE_URL', value: databaseUrl }
              { name: 'DATABASE_AUTH', value: 'entra' }
              { name: 'REFLECTION_KEYS', secretRef: 'reflection-keys' }
              { name: 'PUBLIC_URL', value: publicUrl }
            ],
            whoMayUse,
            moreSettings
          )
          probes: [
            {
              // A first start brings the tables up to date before it listens.
              type: 'Startup'
              httpGet: {
                path: '/livez'
                port: port
              }
              periodSeconds: 10
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/livez'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              // A new instance gets no message before it is ready. Later /readyz says no where the database is away, for all instances
              // at once, while they can still answer: so it takes ten minutes of it until one is left out.
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 60
              timeoutSeconds: 5
              failureThreshold: 10
            }
          ]
          volumeMounts: [
            {
              volumeName: 'data'
              mountPath: '/data'
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'messages'
            http: {
              metadata: {
                // Messages at a time that one instance has before another one is started.
                concurrentRequests: '30'
              }
            }
          }
        ]
      }
      volumes: [
        {
          name: 'data'
          storageType: 'EmptyDir'
        }
      ]
    }
  }
}

@description('The host name that Azure gives.')
output fqdn string = app.properties.configuration.ingress.fqdn
