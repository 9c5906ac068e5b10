// As it is meant: everything in its own network, nothing answers from outside.
using '../main.bicep'

param environmentName = 'prod'
param location = 'westeurope'
param alertEmail = 'operations@example.com'
