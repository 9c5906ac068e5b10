#if EDEFTER_LOCAL
using EDefter.Functions.Local;

return await LocalProgram.RunAsync(args);
#else
using EDefter.Functions.Azure;
using Microsoft.Azure.Functions.Worker.Builder;

return await AzureProgram.RunAsync(FunctionsApplication.CreateBuilder(args));
#endif
