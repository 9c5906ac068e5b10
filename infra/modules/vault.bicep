// The vault with the two secrets that the program has: the admin's key, and the key that webhooks are signed from.
param location string
param tags object
param name string
param isPrivate bool
param principalId string

param workspaceId string

@secure()
param adminKey string

@secure()
param webhookKey string

var adminKeyName = 'edefter-admin-key'
var webhookKeyName = 'edefter-webhook-key'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'None', defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }

  resource secret 'secrets' = if (!empty(adminKey)) {
    name: adminKeyName
    properties: { value: adminKey, contentType: 'text/plain' }
  }

  resource webhookSecret 'secrets' = if (!empty(webhookKey)) {
    name: webhookKeyName
    properties: { value: webhookKey, contentType: 'text/plain' }
  }
}

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User: reads secrets, nothing else

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

// Who read or changed a secret, and who tried to.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

output id string = vault.id
output name string = vault.name
// Without a version, so that a new one is taken within a day of its making.
output adminKeyUri string = '${vault.properties.vaultUri}secrets/${adminKeyName}'
output webhookKeyUri string = '${vault.properties.vaultUri}secrets/${webhookKeyName}'
