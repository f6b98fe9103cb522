namespace Insek.Office.Domain;

/// <summary>A parameter that a table takes.</summary>
/// <param name="Name">Its name in a query.</param>
/// <param name="Required">Whether it must be given.</param>
public sealed record TableParameter(string Name, bool Required = false)
{
    internal static TableParameter Sector { get; } = new("sector");

    internal static TableParameter Area { get; } = new("area");

    internal static TableParameter States { get; } = new("states");

    internal static TableParameter Kind { get; } = new("kind");

    internal static TableParameter Counts { get; } = new("counts");

    /// <summary>The name people read, in German.</summary>
    public string Title => TableTexts.Parameter(Name);

    /// <summary>The values it can have in this concept, with what people read.</summary>
    public IEnumerable<TableParameterValue> ValuesIn(ConceptSnapshot concept) => Name switch
    {
        "sector" => concept.Sectors.Select(sector => new TableParameterValue(sector.Key.Value, sector.Name)),
        "area" => concept.Areas.Select(area => new TableParameterValue(area.Id.Value, area.Label)),
        "states" => Enum.GetValues<ItemState>().Select(state => new TableParameterValue(ParameterValue.Of(state), TableTexts.Of(state))),
        "kind" => Enum.GetValues<MeasureKind>().Select(kind => new TableParameterValue(ParameterValue.Of(kind), TableTexts.Of(kind))),
        "counts" => Enum.GetValues<CountSource>().Select(counts => new TableParameterValue(ParameterValue.Of(counts), TableTexts.Of(counts))),
        _ => [],
    };
}

/// <summary>A value a parameter can have.</summary>
/// <param name="Value">As written in a query.</param>
/// <param name="Title">As people read it.</param>
public sealed record TableParameterValue(string Value, string Title);

/// <summary>Reads a table's parameters from names and values, against what the concept has.</summary>
public static class TableParameterReader
{
    /// <summary>Reads the parameters of <paramref name="definition"/>.</summary>
    /// <param name="definition">The table asked for.</param>
    /// <param name="concept">The concept it is asked of.</param>
    /// <param name="query">Names and values; a list of states is joined by commas.</param>
    /// <returns>The parameters; or why they cannot be taken.</returns>
    public static Result<TableParameters> Read(TableDefinition definition, ConceptSnapshot concept, IEnumerable<KeyValuePair<string, string>> query)
    {
        var parameters = TableParameters.None;
        foreach (var (name, value) in query)
        {
            if (definition.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)) is null)
            {
                return new UnknownParameter(definition.Id, name);
            }

            if (!ReadOne(parameters, concept, name, value).TryGet(out var read, out var refusal))
            {
                return refusal;
            }

            parameters = read;
        }

        var missing = definition.Parameters.FirstOrDefault(parameter => parameter.Required && !query.Any(pair => pair.Key == parameter.Name));
        return missing is null ? parameters : new ParameterRequired(definition.Id, missing.Name);
    }

    private static Result<TableParameters> ReadOne(TableParameters parameters, ConceptSnapshot concept, string name, string value)
    {
        switch (name)
        {
            case "sector":
                return Identifier.IsValid(value) && concept.Find(new SectorKey(value)) is { } sector ? parameters with { Sector = sector.Key } : new UnknownSector(value);
            case "area":
                return Identifier.IsValid(value) && concept.Find(new AreaId(value)) is { } area ? parameters with { Area = area.Id } : new UnknownArea(value);
            case "states":
                var states = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParameterValue.Parse<ItemState>).ToArray();
                return states.Length == 0 || states.Contains(null)
                    ? new InvalidParameter(name, value)
                    : parameters with { States = states.Select(state => state!.Value).Distinct().Order().ToValueList() };
            case "kind":
                return ParameterValue.Parse<MeasureKind>(value) is { } kind ? parameters with { Kind = kind } : new InvalidParameter(name, value);
            default:
                return ParameterValue.Parse<CountSource>(value) is { } counts ? parameters with { Counts = counts } : new InvalidParameter(name, value);
        }
    }
}

/// <summary>A table there is not.</summary>
public sealed record UnknownTable(string Id) : Refusal(RefusalKind.NotFound, "unknown-table", $"There is no table '{Id}'.");

/// <summary>A parameter the table does not take.</summary>
public sealed record UnknownParameter(string Table, string Name) : Refusal(RefusalKind.Invalid, "unknown-parameter", $"Table '{Table}' takes no parameter '{Name}'.");

/// <summary>A parameter the table needs.</summary>
public sealed record ParameterRequired(string Table, string Name) : Refusal(RefusalKind.Invalid, "parameter-required", $"Table '{Table}' needs the parameter '{Name}'.");

/// <summary>A value the parameter cannot have.</summary>
public sealed record InvalidParameter(string Name, string Value) : Refusal(RefusalKind.Invalid, "invalid-parameter", $"'{Value}' is no value for the parameter '{Name}'.");

/// <summary>A sector concept the concept does not have.</summary>
public sealed record UnknownSector(string Key) : Refusal(RefusalKind.NotFound, "unknown-sector", $"The concept has no sector concept '{Key}'.");

/// <summary>A planning area the concept does not have.</summary>
public sealed record UnknownArea(string Id) : Refusal(RefusalKind.NotFound, "unknown-area", $"The concept has no planning area '{Id}'.");
