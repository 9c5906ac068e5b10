// The API and the links to storage also answer to an ERP and an integrator outside, by their addresses; people sign in with Entra ID.
using '../main.bicep'

param environmentName = 'prod'
param location = 'westeurope'
param alertEmail = 'operations@example.com'
param publicNetworkAccess = 'Enabled'
param consoleOrigins = 'https://defter.example.com'
param allowedAddresses = '203.0.113.7, 198.51.100.0/24'
param entraTenant = '33333333-3333-3333-3333-333333333333'
param entraAudience = '44444444-4444-4444-4444-444444444444'
