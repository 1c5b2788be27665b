// Not compiled: there was no Bicep compiler where this was written. A test holds its names against main.bicep.
//
// An example. Copy it, and fill in your own: none of it is secret.

using 'main.bicep'

param name = 'kompas'
param botAppId = '00000000-0000-0000-0000-000000000000'
param operatorObjectId = '00000000-0000-0000-0000-000000000000'
param operatorName = 'drift@kommunen.dk'

// After the first run, when the keys and the image are there:
// param image = 'kompas….azurecr.io/ledelseskompas:0.2.0'
param image = ''

param moreSettings = [
  { name: 'EDITOR_CONTACT', value: 'HR, lederudvikling@kommunen.dk' }
]
