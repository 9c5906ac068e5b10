#if EDEFTER_LOCAL
using EDefter.Functions.Local;

return await LocalProgram.RunAsync(args);
#else
using EDefter.Functions;
using Microsoft.Azure.Functions.Worker.Builder;

var builder = FunctionsApplication.CreateBuilder(args);
var storage = builder.Configuration["AzureWebJobsStorage"] ?? throw new InvalidOperationException("AzureWebJobsStorage is not set.");
builder.UseEDefter(storage, builder.Configuration["EDEFTER_ADMIN_KEY"], TimeProvider.System);
await builder.Build().RunAsync();
return 0;
#endif
