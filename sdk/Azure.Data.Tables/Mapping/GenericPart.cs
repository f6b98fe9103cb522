using System.Globalization;
using System.Reflection;

namespace Azure.Data.Tables.Mapping;

/// <summary>Makes a part whose type is only known at run time. What its constructor throws reaches the caller unwrapped.</summary>
internal static class GenericPart
{
    private const BindingFlags AnyConstructor =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DoNotWrapExceptions;

    public static object Make(Type definition, Type[] typeArguments, params object[] arguments) => Activator.CreateInstance(
        definition.MakeGenericType(typeArguments),
        AnyConstructor,
        binder: null,
        arguments,
        CultureInfo.InvariantCulture)!;
}
