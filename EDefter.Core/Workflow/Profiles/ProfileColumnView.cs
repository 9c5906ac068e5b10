using EDefter.Core.Formats;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>A column of a profile, as the API lists it.</summary>
/// <param name="Place">Where it stands in the profile's file.</param>
/// <param name="Header">Its name in the format, or what people call it.</param>
/// <param name="Field">The canonical field; null for a parameter or a constant.</param>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Constant">The text that stands in every row.</param>
public sealed record ProfileColumnView(string Place, string Header, string? Field, string? Parameter, string? Constant)
{
    public static ProfileColumnView Of(string place, ProfileColumn column) => new(place, column.Header, column.Field?.NameOf(), column.Parameter, column.Constant);
}
