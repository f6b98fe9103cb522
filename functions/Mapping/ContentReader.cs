using Insek.Office.Domain;

namespace Insek.Office.Functions.Mapping;

/// <summary>Reads the texts of a document as ids and values of the domain and gathers everything that cannot be read.</summary>
/// <remarks>A value that cannot be read becomes its default, so that one pass finds every problem; the result is used only without problems.</remarks>
internal sealed class ContentReader
{
    private const int MaxReferences = 100;

    // Nearly everything that is read is right.
    private List<ContentProblem>? _problems;

    public IReadOnlyList<ContentProblem> Problems => _problems ?? (IReadOnlyList<ContentProblem>)[];

    public void Add(string field, string code, string? value) => (_problems ??= []).Add(new ContentProblem(field, code, value));

    public void Add(IEnumerable<ContentProblem> problems)
    {
        if (problems is not ContentProblem[] { Length: 0 })
        {
            (_problems ??= []).AddRange(problems);
        }
    }

    /// <summary>The value, or <see cref="InvalidContent"/> with everything gathered.</summary>
    public Result<T> Result<T>(T value)
        where T : notnull =>
        _problems is null or { Count: 0 } ? value : new InvalidContent(_problems.ToValueList());

    /// <summary>A text; nothing but white space is no text.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // JSON can put null where the contract says string; the rules then say "required".
    public static ValueList<string> Texts(IReadOnlyList<string?> texts) =>
        texts as ValueList<string> ?? ValueList.Create(texts, static text => text ?? "");

    public ItemId? Id(string field, string? text, string code = "invalid-id")
    {
        if (Text(text) is not { } id)
        {
            return null;
        }

        if (Identifier.IsValid(id))
        {
            return new ItemId(id);
        }

        Add(field, code, id);
        return null;
    }

    public SectorKey Sector(string? text)
    {
        if (Identifier.IsValid(text))
        {
            return new SectorKey(text);
        }

        Add("sector", Text(text) is null ? "required" : "unknown-sector", text);
        return default;
    }

    public AreaId? Area(string field, string? text)
    {
        if (Identifier.IsValid(text))
        {
            return new AreaId(text);
        }

        Add(field, "unknown-area", text);
        return null;
    }

    public ValueList<AreaId> Areas(string field, IReadOnlyList<string?> texts)
    {
        // Most measures name one or none.
        if (texts.Count <= 1)
        {
            return texts.Count == 1 && Area(field, texts[0]) is { } only ? [only] : [];
        }

        CheckCount(field, texts.Count);
        var areas = new List<AreaId>();
        foreach (var text in texts)
        {
            if (Area(field, text) is { } area && areas.Count < MaxReferences && !areas.Contains(area))
            {
                areas.Add(area);
            }
        }

        return areas.ToValueList();
    }

    public ValueList<PrincipleRef> Principles(IReadOnlyCollection<string?> texts)
    {
        CheckCount("principles", texts.Count);
        return texts.Count == 0 ? [] : texts.Select(text => new PrincipleRef(text ?? "")).Distinct().ToValueList();
    }

    public T? Value<T>(string field, string? text)
        where T : struct, Enum
    {
        if (Text(text) is null)
        {
            return null;
        }

        if (ParameterValue.Parse<T>(text) is { } value)
        {
            return value;
        }

        Add(field, "invalid-value", text);
        return null;
    }

    public void CheckCount(string field, int count)
    {
        if (count > MaxReferences)
        {
            Add(field, "too-many", FormattableString.Invariant($"{count}"));
        }
    }
}
