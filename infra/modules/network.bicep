// A network of its own: one subnet that the app's calls leave from, one that the private endpoints stand in.
param location string
param tags object
param token string

// The app's calls leave from here; nothing comes in by it. Webhooks go wherever a company says, over TLS.
resource appDoors 'Microsoft.Network/networkSecurityGroups@2024-07-01' = {
  name: 'nsg-edefter-app-${token}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      { name: 'tls-out', properties: { direction: 'Outbound', access: 'Allow', priority: 100, protocol: 'Tcp', sourceAddressPrefix: 'VirtualNetwork', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '443' } }
      { name: 'names-out', properties: { direction: 'Outbound', access: 'Allow', priority: 110, protocol: '*', sourceAddressPrefix: 'VirtualNetwork', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '53' } }
      { name: 'nothing-else-out', properties: { direction: 'Outbound', access: 'Deny', priority: 4000, protocol: '*', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '*' } }
      { name: 'nothing-in', properties: { direction: 'Inbound', access: 'Deny', priority: 4000, protocol: '*', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '*' } }
    ]
  }
}

// The endpoints answer to the network (and to networks that are peered with it), over TLS.
resource endpointDoors 'Microsoft.Network/networkSecurityGroups@2024-07-01' = {
  name: 'nsg-edefter-endpoints-${token}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      { name: 'tls-in', properties: { direction: 'Inbound', access: 'Allow', priority: 100, protocol: 'Tcp', sourceAddressPrefix: 'VirtualNetwork', sourcePortRange: '*', destinationAddressPrefix: 'VirtualNetwork', destinationPortRange: '443' } }
      { name: 'nothing-else-in', properties: { direction: 'Inbound', access: 'Deny', priority: 4000, protocol: '*', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '*' } }
      { name: 'nothing-out', properties: { direction: 'Outbound', access: 'Deny', priority: 4000, protocol: '*', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '*' } }
    ]
  }
}

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
          networkSecurityGroup: { id: appDoors.id }
          // Flex Consumption wants this delegation, and the provider Microsoft.App registered in the subscription.
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.82.1.0/27', networkSecurityGroup: { id: endpointDoors.id }, privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled' }
      }
    ]
  }

  resource app 'subnets' existing = { name: 'app' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

output networkId string = network.id
output appSubnetId string = network::app.id
output endpointSubnetId string = network::endpoints.id
