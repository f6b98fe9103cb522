using System.Security.Cryptography;
using System.Text;

namespace Insek.Office.Domain;

/// <summary>Names a deadline within its concept.</summary>
/// <remarks>What follows a source has an id that follows from the source: however often it is written, it is one deadline.</remarks>
public readonly record struct DeadlineId
{
    private static readonly string[] _reserved = ["round-", "measure-", "step-"];

    /// <summary>Takes an id as it stands.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is no <see cref="Identifier"/>.</exception>
    public DeadlineId(string value) => Value = Identifier.Require(value);

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>Whether the id belongs to a deadline that follows a source, so that nobody else may take it.</summary>
    public bool IsReserved
    {
        get
        {
            var value = Value;
            return Array.Exists(_reserved, prefix => value.StartsWith(prefix, StringComparison.Ordinal));
        }
    }

    /// <summary>The id of the deadline that follows a source.</summary>
    /// <exception cref="ArgumentException">It comes from nothing.</exception>
    public static DeadlineId Of(DeadlineSource source)
    {
        if (source.Kind is DeadlineSourceKind.None || source.Id is not { Length: > 0 } id)
        {
            throw new ArgumentException("What comes from nothing has an id of its own.", nameof(source));
        }

        var name = $"{ParameterValue.Of(source.Kind)}-{id}";

        // Ids of items may be as long as ids get; a digest of 160 bits stands for those with which the prefix would not fit.
        return new DeadlineId(name.Length <= Identifier.MaxLength ? name : $"{ParameterValue.Of(source.Kind)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..40]}");
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What a deadline can come from.</summary>
public enum DeadlineSourceKind
{
    /// <summary>Nothing: it is kept by hand.</summary>
    None,

    /// <summary>An approval round: its end.</summary>
    Round,

    /// <summary>A measure: its due day.</summary>
    Measure,

    /// <summary>A step of the concept's process: its day.</summary>
    Step,
}

/// <summary>What a deadline comes from.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Id">Its id; null where it comes from nothing.</param>
public sealed record DeadlineSource(DeadlineSourceKind Kind, string? Id = null)
{
    /// <summary>Nothing.</summary>
    public static DeadlineSource None { get; } = new(DeadlineSourceKind.None);

    /// <summary>An approval round.</summary>
    public static DeadlineSource Of(RoundId round) => new(DeadlineSourceKind.Round, round.Value);

    /// <summary>A measure.</summary>
    public static DeadlineSource OfMeasure(ItemId measure) => new(DeadlineSourceKind.Measure, measure.Value);

    /// <summary>A step of the process.</summary>
    public static DeadlineSource OfStep(ItemId step) => new(DeadlineSourceKind.Step, step.Value);
}
