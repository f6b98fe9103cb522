namespace Insek.Office.Domain.Lists;

/// <summary>The number a town's list gives a measure: 24a, B5+6, G2/Ü4, III.10, 1.1.2. A label, never a quantity.</summary>
/// <remarks>Two spellings of the same number ("M 12", "m12.", "Nr. M12") have the same <see cref="Key"/> and are equal.</remarks>
public sealed class MeasureNumber : IEquatable<MeasureNumber>, IComparable<MeasureNumber>
{
    private MeasureNumber(string text, string key)
    {
        Text = text;
        Key = key;
    }

    /// <summary>The number as the list writes it, without what cannot be seen.</summary>
    public string Text { get; }

    /// <summary>What all spellings of the number share: folded, without blanks, words such as "Nr." and a dot at the end.</summary>
    public string Key { get; }

    /// <summary>The key of the number it was split from: that of 24 for 24a; null where it bears no letter at its end.</summary>
    public string? Family => Key.Length > 1 && char.IsAsciiLetter(Key[^1]) && char.IsAsciiDigit(Key[^2]) ? Key[..^1] : null;

    /// <summary>The numbers it joins: B5 and B6 for B5+6, G2 and Ü4 for G2/Ü4; itself alone where it joins none.</summary>
    public ValueList<MeasureNumber> Members => NumberGrammar.Members(this);

    /// <summary>Reads a number.</summary>
    /// <returns>The number; null where the text is none or holds more than one.</returns>
    public static MeasureNumber? TryParse(string? text)
    {
        var clean = CellText.Clean(text);
        return NumberGrammar.Key(clean) is { } key ? new MeasureNumber(clean, key) : null;
    }

    /// <inheritdoc/>
    public bool Equals(MeasureNumber? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MeasureNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>Natural order: 2 before 10, 24 before 24a before 25, III.2 before III.10 before IV.1.</summary>
    public int CompareTo(MeasureNumber? other) => other is null ? 1 : NumberOrder.Compare(Key, other.Key);

    /// <summary>The number as the list writes it.</summary>
    public override string ToString() => Text;

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(MeasureNumber? left, MeasureNumber? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are different numbers.</summary>
    public static bool operator !=(MeasureNumber? left, MeasureNumber? right) => !(left == right);

    /// <summary>Whether the first comes before the second.</summary>
    public static bool operator <(MeasureNumber? left, MeasureNumber? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Whether the first comes before the second or is the same.</summary>
    public static bool operator <=(MeasureNumber? left, MeasureNumber? right) => left is null || left.CompareTo(right) <= 0;

    /// <summary>Whether the first comes after the second.</summary>
    public static bool operator >(MeasureNumber? left, MeasureNumber? right) => right < left;

    /// <summary>Whether the first comes after the second or is the same.</summary>
    public static bool operator >=(MeasureNumber? left, MeasureNumber? right) => right <= left;
}
