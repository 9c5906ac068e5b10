// The storage account: books in tables, big things in blobs, jobs on queues. No shared keys; the program makes its own tables, containers and queues.
param location string
param tags object
param name string
param sku string
param publicNetworkAccess string
param allowedAddresses string[]
param principalId string
param consoleOrigins string[]
param immutableYears int
param workspaceId string
param lockAccount bool

var packages = 'app-package'

// What is only a copy or a tool, and for how long the program keeps it (docs/decisions/retention.md). The program's own sweep takes it away; these rules are
// the second broom, a week later, should the sweep not run. Books, archives, prints, reports and snapshots have no rule: nothing deletes them.
var workingDays = 14
var rejectedDays = 97

// Written once: an archive as it was handed over, a book as it was printed. A second delivery of their making may write the same name again, so it is versions that cannot change.
var sealedContainers = immutableYears > 0 ? ['archives', 'prints'] : []

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    isLocalUserEnabled: false
    isSftpEnabled: false
    // Nothing is copied out to an account of another directory.
    allowedCopyScope: 'AAD'
    // Encrypted twice. A key of the customer's own can be put in the place of the platform's later, for tables and queues only if it is said when the account is made.
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
      }
    }
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: publicNetworkAccess
    networkAcls: {
      bypass: 'None'
      defaultAction: publicNetworkAccess == 'Disabled' || !empty(allowedAddresses) ? 'Deny' : 'Allow'
      ipRules: [for address in (publicNetworkAccess == 'Disabled' ? [] : allowedAddresses): { action: 'Allow', value: replace(address, '/32', '') }]
    }
    // Links are good for an hour; one that says longer was not made by the program.
    sasPolicy: { expirationAction: 'Log', sasExpirationPeriod: '0.02:00:00' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      // A blob that somebody deleted by mistake can be brought back; the program writes each name once, so versions would keep nothing but for write once, which rests on them.
      isVersioningEnabled: immutableYears > 0
      deleteRetentionPolicy: { enabled: true, days: 30, allowPermanentDelete: false }
      containerDeleteRetentionPolicy: { enabled: true, days: 30 }
      // The console writes large files straight to storage. Only its own pages may, only write, and only through a link that is good for an hour (EDefter.Storage/UploadCors.cs).
      cors: {
        corsRules: [
          {
            allowedOrigins: consoleOrigins
            allowedMethods: ['PUT']
            allowedHeaders: ['x-ms-blob-content-type']
            exposedHeaders: []
            maxAgeInSeconds: 3600
          }
        ]
      }
    }

    resource package 'containers' = {
      name: packages
      properties: { publicAccess: 'None' }
    }

    resource onceWritten 'containers' = [for name in sealedContainers: {
      name: name
      properties: { publicAccess: 'None', immutableStorageWithVersioning: { enabled: true } }
    }]
  }

  resource queues 'queueServices' = { name: 'default' }
  resource tables 'tableServices' = { name: 'default' }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobs]
    properties: {
      policy: {
        rules: [
          {
            name: 'uploads'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['uploads/'] }
              // Uploads and lists of rejected rows lie beside each other, so the longer term is the rule's.
              actions: union(
                { baseBlob: { delete: { daysAfterModificationGreaterThan: rejectedDays } } },
                immutableYears > 0 ? { version: { delete: { daysAfterCreationGreaterThan: rejectedDays } } } : {}
              )
            }
          }
          {
            name: 'backups'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['backups/'] }
              actions: union(
                { baseBlob: { delete: { daysAfterModificationGreaterThan: workingDays } } },
                immutableYears > 0 ? { version: { delete: { daysAfterCreationGreaterThan: workingDays } } } : {}
              )
            }
          }
        ]
      }
    }
  }
}

// Begun open: it can be made longer, and taken back until a person locks it (docs/operations.md).
resource writeOnce 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = [for (name, n) in sealedContainers: {
  name: '${account.name}/default/${name}/default'
  properties: { immutabilityPeriodSinceCreationInDays: immutableYears * 366, allowProtectedAppendWrites: false }
  dependsOn: [account::blobs::onceWritten[n]]
}]

// Who read, wrote or deleted, beside the program or through it. Of queues what is written: looking into them is what an idle program does all day.
resource blobAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::blobs
  name: 'audit'
  properties: { workspaceId: workspaceId, logs: [for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: { category: category, enabled: true }] }
}

resource tableAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::tables
  name: 'audit'
  properties: { workspaceId: workspaceId, logs: [for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: { category: category, enabled: true }] }
}

resource queueAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::queues
  name: 'audit'
  properties: { workspaceId: workspaceId, logs: [for category in ['StorageWrite', 'StorageDelete']: { category: category, enabled: true }] }
}

// Blob Data Owner is what the Functions host itself wants of its account; it includes the keys that links are signed with (user delegation).
var roles = {
  blobs: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
}

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles): {
  scope: account
  name: guid(account.id, principalId, role.value)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
  }
}]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (lockAccount) {
  scope: account
  name: 'books'
  properties: { level: 'CanNotDelete', notes: 'Books are kept ten years (docs/decisions/retention.md).' }
}

output id string = account.id
output name string = account.name
output packageContainer string = packages
