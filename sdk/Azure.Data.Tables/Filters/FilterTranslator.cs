using System.Linq.Expressions;
using System.Reflection;
using Azure.Data.Tables.Mapping;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Filters;

/// <summary>Turns a predicate into an OData filter. What the service cannot evaluate is refused, never evaluated here.</summary>
internal static class FilterTranslator
{
    public static string Translate(LambdaExpression predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);

        return Condition(predicate.Body);
    }

    private static string Condition(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and => $"({Condition(and.Left)}) and ({Condition(and.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } or => $"({Condition(or.Left)}) or ({Condition(or.Right)})",
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(not.Operand)})",
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Condition(convert.Operand),
        BinaryExpression comparison => Comparison(comparison),
        MethodCallExpression { Method.Name: nameof(Equals) } call => Equality(call),
        _ when PropertyOf(expression) is { } property => $"{property.Name} eq true",
        ConstantExpression { Value: bool } => throw Refuse(expression, "a condition that is always the same"),
        _ => throw Refuse(expression, "this condition"),
    };

    private static string Comparison(BinaryExpression comparison)
    {
        var word = Word(comparison.NodeType) ?? throw Refuse(comparison, "this operator");

        return Ordering(comparison) is var (left, right)
            ? Compare(left, word, right)
            : Compare(comparison.Left, word, comparison.Right);
    }

    private static string Compare(Expression left, string word, Expression right)
    {
        if (PropertyOf(left) is { } property)
        {
            return $"{property.Name} {word} {Literal(property, right)}";
        }

        return PropertyOf(right) is { } mirrored
            ? $"{mirrored.Name} {Mirror(word)} {Literal(mirrored, left)}"
            : throw Refuse(left, "a comparison without a property");
    }

    /// <summary><c>string.Compare(a, b) &lt; 0</c> and <c>a.CompareTo(b) &lt; 0</c> mean <c>a &lt; b</c>.</summary>
    private static (Expression Left, Expression Right)? Ordering(BinaryExpression comparison)
    {
        if (comparison.Left is not MethodCallExpression call || comparison.Right is not ConstantExpression { Value: 0 })
        {
            return null;
        }

        return (call.Method.Name, call.Arguments) switch
        {
            (nameof(string.Compare), [var left, var right]) when call.Method.DeclaringType == typeof(string) => (left, right),
            (nameof(string.CompareTo), [var right]) when call.Object is { } left => (left, right),
            (nameof(string.Compare) or nameof(string.CompareTo) or nameof(string.CompareOrdinal), _) =>
                throw Refuse(call, "a comparison by other rules than the service's, which is ordinal"),
            _ => null,
        };
    }

    private static string Equality(MethodCallExpression call) => (call.Object, call.Arguments) switch
    {
        ({ } left, [var right]) => Compare(left, "eq", right),
        (null, [var left, var right]) => Compare(left, "eq", right),
        _ => throw Refuse(call, "a comparison by other rules than the service's, which is ordinal"),
    };

    private static string Literal(Property property, Expression expression)
    {
        var value = Evaluate(expression);

        // The compiler compares enumerations by their numbers; they are stored by their names.
        return FilterLiteral.Of(property.Enumeration is { } enumeration && value is not (null or Enum or string)
            ? Enum.ToObject(enumeration, value)
            : value);
    }

    private static Property? PropertyOf(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } convert => PropertyOf(convert.Operand),
        MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null =>
            PropertyOf(nullable),
        MemberExpression { Member: PropertyInfo member, Expression: { } owner } when IsRow(owner) =>
            new(member.DeclaringType == typeof(TableItem) ? "TableName" : StoredProperty.NameOf(member), EnumerationOf(member.PropertyType)),

        // row["Name"], row.GetString("Name") and their like on a dictionary entity.
        MethodCallExpression { Object: { } owner, Arguments: [var name] } call
            when IsRow(owner) && call.Method.DeclaringType == typeof(TableEntity) && call.Method.Name.StartsWith("Get", StringComparison.OrdinalIgnoreCase) =>
            new(PropertyName.Of((string)Evaluate(name)!).Text, Enumeration: null),
        _ => null,
    };

    private static bool IsRow(Expression expression) => expression switch
    {
        ParameterExpression => true,
        UnaryExpression { NodeType: ExpressionType.Convert } convert => IsRow(convert.Operand),
        _ => false,
    };

    private static Type? EnumerationOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } enumeration ? enumeration : null;

    // The usual shapes (a constant, a captured variable) without compiling anything.
    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };

    private static string? Word(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        _ => null,
    };

    private static string Mirror(string word) => word switch
    {
        "lt" => "gt",
        "le" => "ge",
        "gt" => "lt",
        "ge" => "le",
        _ => word,
    };

    private static NotSupportedException Refuse(Expression expression, string what) =>
        new($"The service cannot evaluate {what}: {expression}");

    private sealed record Property(string Name, Type? Enumeration);
}
