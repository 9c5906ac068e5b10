// A network of its own: one subnet that the app's calls leave from, one that the private endpoints stand in.
param location string
param tags object
param token string

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: 'vnet-edefter-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.82.0.0/23'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.82.0.0/24'
          // Flex Consumption wants this delegation, and the provider Microsoft.App registered in the subscription.
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.82.1.0/27', privateEndpointNetworkPolicies: 'Disabled' }
      }
    ]
  }

  resource app 'subnets' existing = { name: 'app' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

output networkId string = network.id
output appSubnetId string = network::app.id
output endpointSubnetId string = network::endpoints.id
