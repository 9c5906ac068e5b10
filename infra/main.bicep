// EDefter on Azure: one resource group with everything in it. docs/operations.md tells how it is put in place, infra/README.md what it costs.
targetScope = 'subscription'

@description('Short name of this installation, for example prod; part of every name.')
@minLength(1)
@maxLength(20)
param environmentName string

@description('Azure region. It must offer Flex Consumption; the company decides whether its books may lie there (docs/data-protection.md).')
param location string

@description('Who is told of alerts.')
param alertEmail string

@description('Storage, vault and app get an address inside a virtual network of their own. Without it there is no network, and publicNetworkAccess must be Enabled.')
param privateEndpoints bool = true

@description('Whether app and storage also answer from outside the network. Links to archives and for uploads lead straight to storage, so who uses them from outside needs it.')
@allowed(['Disabled', 'Enabled'])
param publicNetworkAccess string = 'Disabled'

@description('With publicNetworkAccess: only these IPv4 addresses or ranges (CIDR), separated by commas. Empty means all of them.')
param allowedAddresses string = ''

@description('Addresses besides the app\'s own under which the console is opened (a domain of yours in front of it): https://defter.example.com, separated by commas. Their pages may write large files to storage, through links.')
param consoleOrigins string = ''

@description('How often storage keeps everything: ZRS in three zones of the region, GZRS in a second region too, LRS for trials.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS'])
param storageSku string = 'Standard_ZRS'

@description('Years for which sealed archives and printed books can be neither changed nor deleted by anybody (write once). 0: as everything else, kept by the program and the lock. Storage keeps versions then.')
@minValue(0)
@maxValue(100)
param immutableYears int = 0

@description('Instances stand in three zones. The region must offer it for Flex Consumption.')
param zoneRedundant bool = false

@description('Memory of an instance in MB. The largest month measured (a million lines) needs about 0.5 GB in the worker, and the host its own.')
@allowed([2048, 4096])
param instanceMemoryMB int = 2048

@description('How many instances there may be at once, for each function that scales by itself.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Days that logs and traces are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Nobody deletes the storage account by mistake while the lock is on it.')
param lockStorage bool = true

@description('The admin key of the API, at least 32 characters. Empty: the vault stays as it is, and the key is put there by hand (docs/operations.md).')
@secure()
param adminKey string = ''

@description('The key from which the secrets of webhooks are derived, at least 32 characters. Empty: the vault stays as it is, and webhooks are refused until the key is put there.')
@secure()
param webhookKey string = ''

@description('Id of the Entra ID tenant whose people may sign in with their account. Empty together with entraAudience: keys only (docs/operations.md).')
param entraTenant string = ''

@description('Id of the application registration for which their tokens are issued.')
param entraAudience string = ''

@description('The resource group that is made for it.')
param resourceGroupName string = 'rg-edefter-${environmentName}'

var access = privateEndpoints || publicNetworkAccess == 'Enabled' ? publicNetworkAccess : fail('Without private endpoints nothing could reach storage: set publicNetworkAccess to Enabled, or privateEndpoints to true.')
var origins = empty(consoleOrigins) ? [] : map(split(consoleOrigins, ','), origin => trim(origin))
var addresses = empty(allowedAddresses) ? [] : map(split(allowedAddresses, ','), address => trim(address))

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: resourceGroupName
  location: location
  tags: { 'azd-env-name': environmentName }
}

module everything 'resources.bicep' = {
  scope: group
  params: {
    environmentName: environmentName
    location: location
    alertEmail: alertEmail
    privateEndpoints: privateEndpoints
    publicNetworkAccess: access
    allowedAddresses: addresses
    consoleOrigins: origins
    storageSku: storageSku
    immutableYears: immutableYears
    zoneRedundant: zoneRedundant
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    logRetentionDays: logRetentionDays
    lockStorage: lockStorage
    adminKey: adminKey
    webhookKey: webhookKey
    entraTenant: empty(entraTenant) == empty(entraAudience) ? entraTenant : fail('entraTenant and entraAudience are set together or not at all.')
    entraAudience: entraAudience
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output SERVICE_API_NAME string = everything.outputs.appName
output SERVICE_API_URI string = everything.outputs.appUri
output AZURE_STORAGE_ACCOUNT string = everything.outputs.storageName
output AZURE_KEY_VAULT_NAME string = everything.outputs.vaultName
