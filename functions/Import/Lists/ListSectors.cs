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
    private readonly Dictionary<SectorKey, SectorConcept> created = [];
    private readonly Dictionary<string, (bool IsDecided, SectorKey? Sector)> found = new(StringComparer.Ordinal);

    public ListSectors(IReadOnlyList<SectorConcept> present, ListDecisions decisions, ListTexts texts)
    {
        (this.present, this.decisions, this.texts) = (present, decisions, texts);
        names = SectorReader.Index(present);
    }

    /// <summary>Sector concepts that the mapping lets the import record.</summary>
    public IReadOnlyCollection<SectorConcept> Created => created.Values;

    /// <summary>What was recognised without being told, for the mapping.</summary>
    public IEnumerable<MappedSector> Recognised => recognised.Where(pair => pair.Value is not null).Select(pair => new MappedSector { Text = pair.Key, Sector = pair.Value!.Value.Value });

    /// <summary>The sector concept of rows that name none; null where nobody said so.</summary>
    public SectorKey? Default => Identifier.IsValid(decisions.Mapping.Sector) && IsKnown(new SectorKey(decisions.Mapping.Sector)) ? new SectorKey(decisions.Mapping.Sector) : null;

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

    // Thousands of rows name the same few, and are looked at side by side.
    private (bool IsDecided, SectorKey? Sector) Known(string text)
    {
        lock (found)
        {
            return found.TryGetValue(text, out var known) ? known : found[text] = Decided(text, out var sector) ? (true, sector) : (false, Recognise(text));
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

        var key = Identifier.IsValid(decided.Sector) ? new SectorKey(decided.Sector) : (SectorKey?)null;
        if (key is { } valid && !IsKnown(valid) && decided.Create)
        {
            created[valid] = new SectorConcept { Key = valid, Name = RowWords.BareGroup(CellText.Clean(text)), Order = present.Select(other => other.Order).DefaultIfEmpty().Max() + created.Count + 1 };
        }

        if (key is { } known && IsKnown(known))
        {
            sector = known;
            return true;
        }

        decisions.RefuseSector(decided);
        return false;
    }

    private bool IsKnown(SectorKey key) => created.ContainsKey(key) || present.Any(sector => sector.Key == key);

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
