// What wakes somebody up. Functions and lines that the queries look for are held to the program by a test.
param location string
param tags object
param token string
param alertEmail string
param insightsId string
param storageId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-edefter-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'edefter'
    enabled: true
    emailReceivers: [{ name: 'operations', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

// A function's name stands in name or in operation_Name, as telemetry is exported in one way or the other.
// Each query gives one row with the number that is compared: a row is there also when nothing was found.
var watches = [
  {
    name: 'poison'
    title: 'A job failed five times'
    text: 'A message was given up. docs/operations.md, "A job was given up".'
    query: 'requests | extend Function = iff(name in ("FailJob", "FailHeavyJob", "FailBackgroundJob", "FailArchiveWriting", "FailArchiveFinalising", "FailWebhooks"), name, operation_Name) | where Function in ("FailJob", "FailHeavyJob", "FailBackgroundJob", "FailArchiveWriting", "FailArchiveFinalising", "FailWebhooks") | summarize Found = count()'
    every: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    severity: 1
  }
  {
    name: 'month-end-stopped'
    title: 'A month end waits for a person'
    text: 'The standing approval ended at something that a person must decide. docs/operations.md, "A month is stuck".'
    query: 'traces | where message startswith "Month end stopped:" | summarize Found = count()'
    every: 'PT1H'
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
  }
  {
    name: 'deadline-near'
    title: 'A month has not been handed over and its last day is near'
    text: 'docs/operations.md, "A month is stuck".'
    query: 'traces | where message startswith "Deadline near:" | summarize Found = count()'
    every: 'PT1H'
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
    severity: 1
  }
  {
    name: 'key-ending'
    title: 'The key of a program or a person is about to end'
    text: 'Fourteen and three days before its last one, and on it. docs/operations.md, "Rotate keys".'
    query: 'traces | where message startswith "Key ending:" | summarize Found = count()'
    every: 'PT1H'
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
  }
  {
    name: 'guessing'
    title: 'Somebody tries keys'
    text: 'Addresses that showed too many wrong keys were sent away. docs/operations.md, "Somebody is sent away with 429".'
    query: 'customMetrics | where name == "edefter.refusals" | where tostring(customDimensions["edefter.refusal.type"]) == "too-many-guesses" | summarize Found = toint(sum(valueSum))'
    every: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 20
    severity: 2
  }
  {
    name: 'server-errors'
    title: 'Requests end with 5xx'
    text: 'Faults of ours, or storage that is away. docs/operations.md, "The API answers 5xx".'
    query: 'requests | where resultCode startswith "5" | summarize Found = count()'
    every: 'PT5M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 5
    severity: 1
  }
  {
    name: 'timers-silent'
    title: 'The nightly and morning timers did not run'
    text: 'A host that is down on the day misses month ends, and keys that end. docs/operations.md, "The timers are silent".'
    query: 'requests | extend Function = iff(name in ("CloseMonths", "WatchMonths", "WatchKeys"), name, operation_Name) | where Function in ("CloseMonths", "WatchMonths", "WatchKeys") | summarize Found = dcount(Function)'
    every: 'PT6H'
    window: 'P1D'
    operator: 'LessThan'
    threshold: 3
    severity: 1
  }
  {
    name: 'jobs-wait'
    title: 'Short jobs wait for more than a minute'
    text: 'No instance comes, or all are busy. docs/operations.md, "Queues".'
    query: 'customMetrics | where name == "edefter.job.wait" | where tostring(customDimensions["edefter.job.lane"]) == "prompt" | where valueMax > 60 | summarize Found = count()'
    every: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
  }
  {
    name: 'work-waits'
    title: 'Work waits for more than half an hour'
    text: 'Of any lane: no instance comes, or all are busy. docs/operations.md, "Queues".'
    query: 'customMetrics | where name == "edefter.job.wait" | where valueMax > 1800 | summarize Found = count()'
    every: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
  }
  {
    name: 'no-admin'
    title: 'The admin key could not be read from the vault'
    text: 'Nobody is admin until it can. docs/operations.md, "Rotate keys".'
    query: 'traces | where message startswith "Admin key unresolved:" | summarize Found = count()'
    every: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for watch in watches: {
  name: 'alert-edefter-${watch.name}-${token}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'EDefter: ${watch.title}'
    description: watch.text
    severity: watch.severity
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: watch.every
    windowSize: watch.window
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: watch.query
          timeAggregation: 'Total'
          metricMeasureColumn: 'Found'
          operator: any(watch.operator)
          threshold: watch.threshold
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}]

// Storage that answers less than it should is everybody's trouble at once.
resource storageAway 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-edefter-storage-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Less than 99 % of the calls to storage succeed. docs/operations.md, "The API answers 5xx".'
    severity: 1
    enabled: true
    scopes: [storageId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [{ criterionType: 'StaticThresholdCriterion', name: 'availability', metricName: 'Availability', timeAggregation: 'Average', operator: 'LessThan', threshold: 99 }]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

// Who takes the lock away, gives a role or touches what is watched here changes who reaches the books. Provisioning does so too, and is told.
resource doors 'Microsoft.Insights/activityLogAlerts@2020-10-01' = {
  name: 'alert-edefter-doors-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'A lock, a role, a network rule or an alert of this installation was changed. docs/operations.md, "Alerts".'
    enabled: true
    scopes: [resourceGroup().id]
    condition: {
      allOf: [
        { field: 'category', equals: 'Administrative' }
        { field: 'status', equals: 'Succeeded' }
        {
          anyOf: [for operation in [
            'Microsoft.Authorization/locks/delete'
            'Microsoft.Authorization/roleAssignments/write'
            'Microsoft.Storage/storageAccounts/write'
            'Microsoft.KeyVault/vaults/write'
            'Microsoft.Insights/diagnosticSettings/delete'
            'Microsoft.Insights/scheduledQueryRules/delete'
          ]: { field: 'operationName', equals: operation }]
        }
      ]
    }
    actions: { actionGroups: [{ actionGroupId: people.id }] }
  }
}
