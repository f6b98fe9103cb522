using System.Collections.Concurrent;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Which sector concept a Handlungsfeld is, by its name or because somebody said so.</summary>
internal sealed class ListSectors
{
    private readonly IReadOnlyList<SectorConcept> present;
    private readonly ListDecisions decisions;
    private readonly ListTexts texts;
    private readonly NameIndex<SectorKey> names;
    private readonly Dictionary<string, SectorKey?> recognised = new(StringComparer.Ordinal);
    private readonly Dictionary<SectorKey, SectorConcept> creatable;
    private readonly ConcurrentDictionary<SectorKey, bool> wanted = [];
    private readonly ConcurrentDictionary<string, (bool IsDecided, SectorKey? Sector)> found = new(StringComparer.Ordinal);

    public ListSectors(IReadOnlyList<SectorConcept> present, ListDecisions decisions, ListTexts texts)
    {
        (this.present, this.decisions, this.texts) = (present, decisions, texts);
        names = SectorReader.Index(present);
        creatable = Creatable(present, decisions.Mapping.Sectors).ToDictionary(sector => sector.Key);
    }

    /// <summary>Sector concepts that the mapping lets the import record, as far as rows name them; in the order of the mapping, as rows are read side by side.</summary>
    public IReadOnlyCollection<SectorConcept> Created => [.. creatable.Values.Where(sector => wanted.ContainsKey(sector.Key))];

    /// <summary>What was recognised without being told, for the mapping.</summary>
    public IEnumerable<MappedSector> Recognised => recognised.Where(pair => pair.Value is not null).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new MappedSector { Text = pair.Key, Sector = pair.Value!.Value.Value });

    /// <summary>The sector concept of rows that name none; null where nobody said so.</summary>
    public SectorKey? Default => Identifier.IsValid(decisions.Mapping.Sector) ? Wanted(new SectorKey(decisions.Mapping.Sector)) : null;

    /// <summary>The sector concept of a text; null where it names none or nobody knows.</summary>
    public SectorKey? Find(string text) => Known(text).Sector;

    /// <summary>Whether somebody said that a text is no sector concept.</summary>
    public bool IsNone(string text) => Known(text) is { IsDecided: true, Sector: null };

    /// <summary>What may be chosen for a text, the likelier ones first.</summary>
    public IReadOnlyList<ListChoice> Choices(string text)
    {
        var near = text.Length == 0 ? [] : names.Find(text).Keys;
        var sectors = near.Select(key => present.First(sector => sector.Key == key)).Concat(present).Distinct().Select(sector => new ListChoice(sector.Key.Value, sector.Name));
        return text.Length == 0 ? [.. sectors] : [.. sectors, new ListChoice($"{ListAnswers.CreateSector}{KeyFor(text)}", texts.Of("Choice.createSector", text)), new ListChoice(ListAnswers.NoSector, texts.Of("Choice.noSector"))];
    }

    private static IEnumerable<SectorConcept> Creatable(IReadOnlyList<SectorConcept> present, IReadOnlyList<MappedSector> mapped)
    {
        var last = present.Select(sector => sector.Order).DefaultIfEmpty().Max();
        return mapped.Where(sector => sector.Create && Identifier.IsValid(sector.Sector) && present.All(known => known.Key.Value != sector.Sector))
            .DistinctBy(sector => sector.Sector, StringComparer.Ordinal)
            .Select((sector, index) => new SectorConcept { Key = new SectorKey(sector.Sector!), Name = RowWords.BareGroup(CellText.Clean(sector.Text)), Order = last + index + 1 });
    }

    // Thousands of rows name the same few, and are looked at side by side.
    private (bool IsDecided, SectorKey? Sector) Known(string text)
    {
        if (found.TryGetValue(text, out var known))
        {
            return known;
        }

        lock (recognised)
        {
            return found.GetOrAdd(text, static (text, all) => all.Decided(text, out var sector) ? (true, sector) : (false, all.Recognise(text)), this);
        }
    }

    private bool Decided(string text, out SectorKey? sector)
    {
        sector = null;
        if (decisions.Sector(text) is not { } decided)
        {
            return false;
        }

        if (decided.Sector is null)
        {
            return true;
        }

        if (Identifier.IsValid(decided.Sector) && Wanted(new SectorKey(decided.Sector)) is { } known)
        {
            sector = known;
            return true;
        }

        decisions.RefuseSector(decided);
        return false;
    }

    // One that the concept has, or may be given.
    private SectorKey? Wanted(SectorKey key)
    {
        if (creatable.ContainsKey(key))
        {
            wanted[key] = true;
            return key;
        }

        return present.Any(sector => sector.Key == key) ? key : null;
    }

    private SectorKey? Recognise(string text)
    {
        var clean = CellText.Clean(text);
        if (!recognised.TryGetValue(clean, out var sector))
        {
            var whole = SectorReader.Read(clean, names).Value;
            sector = (whole ?? SectorReader.Read(RowWords.BareGroup(clean), names).Value)?.Key;
            recognised[clean] = sector;
        }

        return sector;
    }

    private string KeyFor(string text)
    {
        var letters = CellText.Fold(RowWords.BareGroup(CellText.Clean(text))).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray();
        var key = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        key = key.Length > 40 ? key[..40].TrimEnd('-') : key;
        return Identifier.IsValid(key) ? key : FormattableString.Invariant($"fachkonzept-{present.Count + 1}");
    }
}
