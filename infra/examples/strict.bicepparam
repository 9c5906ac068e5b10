// As a bank would have it: the private one, in three zones and a second region, archives and printed books written once for ten years from the end of their year, logs kept two years.
using '../main.bicep'

param environmentName = 'prod'
param location = 'westeurope'
param alertEmail = 'operations@example.com'
param storageSku = 'Standard_GZRS'
param zoneRedundant = true
param immutableYears = 11
param logRetentionDays = 730
