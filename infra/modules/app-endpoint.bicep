// The app inside the network, for callers there, whatever it answers from outside.
param location string
param tags object
param subnetId string
param networkId string
param appId string

module endpoint 'endpoint.bicep' = {
  params: { location: location, tags: tags, subnetId: subnetId, networkId: networkId, target: appId, group: 'sites', zone: 'privatelink.azurewebsites.net' }
}
