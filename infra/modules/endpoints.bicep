// Storage and vault inside the network: an endpoint and a private DNS zone for each service that the program calls.
param location string
param tags object
param subnetId string
param networkId string
param storageId string
param vaultId string

var services = [
  { group: 'blob', target: storageId, zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { group: 'queue', target: storageId, zone: 'privatelink.queue.${environment().suffixes.storage}' }
  { group: 'table', target: storageId, zone: 'privatelink.table.${environment().suffixes.storage}' }
  // The suffix of the public name is .vault.azure.net, of the private zone .vaultcore.azure.net.
  { group: 'vault', target: vaultId, zone: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}' }
]

module endpoint 'endpoint.bicep' = [for service in services: {
  name: 'endpoint-${service.group}'
  params: { location: location, tags: tags, subnetId: subnetId, networkId: networkId, target: service.target, group: service.group, zone: service.zone }
}]
