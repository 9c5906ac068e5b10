// A trial: no network, no private endpoints, reached from anywhere by keys and identities.
using '../main.bicep'

param environmentName = 'trial'
param location = 'westeurope'
param alertEmail = 'operations@example.com'
param privateEndpoints = false
param publicNetworkAccess = 'Enabled'
param storageSku = 'Standard_LRS'
param lockStorage = false
