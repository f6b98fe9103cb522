using System.Globalization;
using System.Text;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>Makes ids for goals and measures that come without one: the same file against the same concept always gives the same ids.</summary>
internal sealed class NewIds
{
    // Leaves room for "-" and a number.
    private const int MaxStem = Identifier.MaxLength - 12;

    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _highest = new(StringComparer.Ordinal);

    /// <summary>Knows which ids are taken.</summary>
    /// <param name="taken">Every id of the concept and of the file, goals and measures alike.</param>
    /// <param name="expected">How many more may be needed.</param>
    public NewIds(IEnumerable<string> taken, int expected)
    {
        _taken = new HashSet<string>(expected, StringComparer.Ordinal);
        _taken.UnionWith(taken);
        foreach (var id in _taken)
        {
            Remember(id);
        }
    }

    /// <summary>An id that reads like an external one, as far as an id may.</summary>
    public ItemId FromExternalId(string externalId, string fallback)
    {
        var stem = Slug(externalId);
        return stem.Length > 0 && _taken.Add(stem) ? new ItemId(stem) : Next(stem.Length > 0 ? stem : fallback);
    }

    /// <summary>The stem with the next number: "verkehr-2" with three measures gives "verkehr-2-4".</summary>
    public ItemId Next(string stem)
    {
        var shortStem = stem.Length > MaxStem ? stem[..MaxStem].TrimEnd('-', '.') : stem;
        for (; ; )
        {
            var number = _highest.GetValueOrDefault(shortStem) + 1;
            _highest[shortStem] = number;
            var id = string.Create(CultureInfo.InvariantCulture, $"{shortStem}-{number}");
            if (_taken.Add(id))
            {
                return new ItemId(id);
            }
        }
    }

    private static string Slug(string text)
    {
        // Most numbers of a list are ids as they stand.
        if (text.Length <= MaxStem && text.All(char.IsAsciiLetterOrDigit))
        {
            return Identifier.IsValid(text) ? text : "";
        }

        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c) || c is '.')
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var trimmed = slug.ToString().Trim('-', '.');
        trimmed = trimmed.Length > MaxStem ? trimmed[..MaxStem].TrimEnd('-', '.') : trimmed;
        return Identifier.IsValid(trimmed) ? trimmed : "";
    }

    private void Remember(string id)
    {
        var dash = id.LastIndexOf('-');
        if (dash > 0 && int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue)
        {
            var stem = id[..dash];
            _highest[stem] = Math.Max(_highest.GetValueOrDefault(stem), number);
        }
    }
}
