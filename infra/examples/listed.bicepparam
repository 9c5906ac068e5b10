// The API and the links to storage also answer to an ERP and an integrator outside, by their addresses.
using '../main.bicep'

param environmentName = 'prod'
param location = 'westeurope'
param alertEmail = 'operations@example.com'
param publicNetworkAccess = 'Enabled'
param consoleOrigins = 'https://defter.example.com'
param allowedAddresses = '203.0.113.7, 198.51.100.0/24'
