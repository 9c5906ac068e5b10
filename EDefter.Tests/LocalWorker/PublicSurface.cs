using System.Reflection;

namespace EDefter.Tests.LocalWorker;

/// <summary>The public surface of types as text: one block per type, a line for its declaration, indented lines for its members.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(void)] = "void",
    };

    public static SortedDictionary<string, SortedSet<string>> Of(Assembly assembly)
    {
        var blocks = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var type in assembly.GetExportedTypes())
            blocks.Add(Declaration(type), new SortedSet<string>(Members(type), StringComparer.Ordinal));
        return blocks;
    }

    /// <summary>Reads text of this form; what stands in brackets before a declaration (the assembly) is left out.</summary>
    public static SortedDictionary<string, SortedSet<string>> Read(string text)
    {
        var blocks = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        SortedSet<string> members = [];
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0))
        {
            if (line[0] == ' ')
                members.Add(line.Trim());
            else
                blocks.Add(line[(line[0] == '[' ? line.IndexOf(']', StringComparison.Ordinal) + 1 : 0)..].Trim(), members = new SortedSet<string>(StringComparer.Ordinal));
        }

        return blocks;
    }

    public static string Write(SortedDictionary<string, SortedSet<string>> blocks) =>
        string.Join('\n', blocks.Select(block => string.Concat(block.Key, "\n", string.Concat(block.Value.Select(member => $"   {member}\n")))));

    private static string Declaration(Type type)
    {
        var parts = string.Join(", ", type.GetInterfaces().Select(Name));
        return $"{Kind(type)} {Name(type)} : {(type.BaseType is null ? "" : Name(type.BaseType))} {parts}".TrimEnd();
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface";
        if (type.IsSubclassOf(typeof(Delegate)))
            return "delegate";
        return (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static class",
            (true, false) => "abstract class",
            (false, true) => "sealed class",
            _ => "class",
        };
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return [string.Join(", ", Enum.GetNames(type).Select(name => $"{name}={(int)Enum.Parse(type, name)}"))];
        if (type.IsSubclassOf(typeof(Delegate)))
            return [Method(type.GetMethod("Invoke")!)];
        var usage = type.GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(AttributeUsageAttribute)).Select(attribute => "@" + attribute);
        var constructors = type.GetConstructors(Declared & ~BindingFlags.Static).Select(constructor => $".ctor({Parameters(constructor)})");
        var properties = type.GetProperties(Declared).Select(Property);
        var methods = type.GetMethods(Declared).Where(method => !method.IsSpecialName).Select(Method);
        return usage.Concat(constructors).Concat(properties).Concat(methods);
    }

    private static string Property(PropertyInfo property)
    {
        var getter = property.GetMethod!;
        var kind = getter.IsAbstract ? " abstract" : getter.IsVirtual ? " virtual" : "";
        var setter = property.SetMethod?.IsPublic == true ? "set; " : "";
        return $"{(getter.IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name} {{ get; {setter}}}{kind}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var extended = method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)) ? "this " : "";
        return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{generic}({extended}{Parameters(method)})";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? "=" + (parameter.DefaultValue ?? "null") : "")}"));

    private static string Name(Type type)
    {
        if (Words.TryGetValue(type, out var word))
            return word;
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Name(inner) + "?";
        return type.IsGenericType
            ? $"{type.Namespace}.{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.FullName!;
    }
}
