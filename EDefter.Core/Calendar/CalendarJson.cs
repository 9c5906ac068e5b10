using System.Text.Json;
using System.Text.Json.Serialization;
using EDefter.Core.Companies;

namespace EDefter.Core.Calendar;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(PeriodJsonConverter)])]
[JsonSerializable(typeof(HolidaysFile))]
[JsonSerializable(typeof(DeadlinesFile))]
internal sealed partial class CalendarJson : JsonSerializerContext;
