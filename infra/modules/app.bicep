// The function app on Flex Consumption. A test holds its settings to what the program reads (EDefter.Functions/Azure/SettingNames.cs).
param location string
param tags object
param name string
param planName string
param identityName string
param storageName string
param packageContainer string
param adminKeyUri string
param webhookKeyUri string
param entraTenant string
param entraAudience string
param insightsName string
param subnetId string
param publicNetworkAccess string
param allowedAddresses string[]
param zoneRedundant bool
param instanceMemoryMB int
param maximumInstanceCount int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }
resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: storageName }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: publicNetworkAccess
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: instanceMemoryMB, maximumInstanceCount: maximumInstanceCount }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      // Logs of the web server would hold whole addresses, with what stands behind the question mark.
      httpLoggingEnabled: false
      detailedErrorLoggingEnabled: false
      requestTracingEnabled: false
      http20Enabled: true
      // Deployments come through the same door as everybody else.
      scmIpSecurityRestrictionsUseMain: true
      ipSecurityRestrictionsDefaultAction: empty(allowedAddresses) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: [for (address, n) in allowedAddresses: {
        name: 'allowed-${n}'
        action: 'Allow'
        priority: 100 + n
        ipAddress: contains(address, '/') ? address : '${address}/32'
      }]
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
      AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identity.properties.clientId}'
      // Measures of the exporter itself would go to its maker, outside of the network.
      APPLICATIONINSIGHTS_STATSBEAT_DISABLED: 'true'
      EDEFTER_ENTRA_TENANT: entraTenant
      EDEFTER_ENTRA_AUDIENCE: entraAudience
      EDEFTER_ADMIN_KEY: '@Microsoft.KeyVault(SecretUri=${adminKeyUri})'
      EDEFTER_WEBHOOK_KEY: '@Microsoft.KeyVault(SecretUri=${webhookKeyUri})'
    }
  }

  // Publishing with a user name and a password is switched off; deployments come with an identity.
  resource basicAuthentication 'basicPublishingCredentialsPolicies' = [for kind in ['ftp', 'scm']: {
    name: any(kind)
    properties: { allow: false }
  }]
}

output id string = app.id
output name string = app.name
output uri string = 'https://${app.properties.defaultHostName}'
