// Everything of one installation, in the resource group it is deployed to.
param environmentName string
param location string
param alertEmail string
param privateEndpoints bool
param publicNetworkAccess string
param allowedAddresses string[]
param consoleOrigins string[]
param storageSku string
param immutableYears int
param zoneRedundant bool
param instanceMemoryMB int
param maximumInstanceCount int
param logRetentionDays int
param lockStorage bool
param entraTenant string
param entraAudience string

@secure()
param adminKey string

@secure()
param webhookKey string

// Names that must be the only ones of their kind in the world end in a token of their own.
var token = toLower(uniqueString(subscription().id, resourceGroup().id, environmentName))
var appName = 'func-edefter-${token}'
var tags = { 'azd-env-name': environmentName }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-edefter-${token}'
  location: location
  tags: tags
}

module network 'modules/network.bicep' = if (privateEndpoints) {
  params: { location: location, tags: tags, token: token }
}

module storage 'modules/storage.bicep' = {
  params: {
    location: location
    tags: tags
    name: 'stedefter${token}'
    sku: storageSku
    publicNetworkAccess: publicNetworkAccess
    allowedAddresses: allowedAddresses
    consoleOrigins: concat(['https://${appName}.azurewebsites.net'], consoleOrigins)
    principalId: identity.properties.principalId
    immutableYears: immutableYears
    workspaceId: telemetry.outputs.workspaceId
    lockAccount: lockStorage
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    location: location
    tags: tags
    name: 'kv-${token}'
    isPrivate: privateEndpoints
    principalId: identity.properties.principalId
    workspaceId: telemetry.outputs.workspaceId
    adminKey: adminKey
    webhookKey: webhookKey
  }
}

module telemetry 'modules/telemetry.bicep' = {
  params: { location: location, tags: tags, token: token, retentionDays: logRetentionDays, principalId: identity.properties.principalId }
}

module app 'modules/app.bicep' = {
  params: {
    location: location
    tags: tags
    name: appName
    planName: 'plan-edefter-${token}'
    identityName: identity.name
    storageName: storage.outputs.name
    packageContainer: storage.outputs.packageContainer
    adminKeyUri: vault.outputs.adminKeyUri
    webhookKeyUri: vault.outputs.webhookKeyUri
    entraTenant: entraTenant
    entraAudience: entraAudience
    insightsName: telemetry.outputs.insightsName
    subnetId: privateEndpoints ? network!.outputs.appSubnetId : ''
    publicNetworkAccess: publicNetworkAccess
    allowedAddresses: allowedAddresses
    zoneRedundant: zoneRedundant
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
  }
  dependsOn: [endpoints]
}

module endpoints 'modules/endpoints.bicep' = if (privateEndpoints) {
  params: {
    location: location
    tags: tags
    subnetId: network!.outputs.endpointSubnetId
    networkId: network!.outputs.networkId
    storageId: storage.outputs.id
    vaultId: vault.outputs.id
  }
}

module appEndpoint 'modules/app-endpoint.bicep' = if (privateEndpoints) {
  params: { location: location, tags: tags, subnetId: network!.outputs.endpointSubnetId, networkId: network!.outputs.networkId, appId: app.outputs.id }
}

module alerts 'modules/alerts.bicep' = {
  params: { location: location, tags: tags, token: token, alertEmail: alertEmail, insightsId: telemetry.outputs.insightsId, storageId: storage.outputs.id }
}

output appName string = app.outputs.name
output appUri string = app.outputs.uri
output storageName string = storage.outputs.name
output vaultName string = vault.outputs.name
