using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>Gathers the problems of an import in the order of the file.</summary>
internal sealed class ImportLog(CultureInfo culture)
{
    public const string Error = "error";
    public const string Warning = "warning";
    public const string Info = "info";

    /// <summary>How many problems a report lists.</summary>
    public const int MaxListed = 1_000;

    private readonly Dictionary<string, List<ImportProblem>> _problems = new(StringComparer.Ordinal) { [Error] = [], [Warning] = [], [Info] = [] };
    private int _unlisted;

    public bool HasErrors => _problems[Error].Count > 0;

    public int Unlisted => _unlisted;

    /// <summary>Errors first, then warnings, then what was noticed; each in the order of the file.</summary>
    public IReadOnlyList<ImportProblem> Listed
    {
        get
        {
            var all = _problems[Error].Concat(_problems[Warning]).Concat(_problems[Info]).ToArray();
            return all.Length > MaxListed ? all[..MaxListed] : all;
        }
    }

    public int Further => _unlisted + Math.Max(0, _problems.Values.Sum(problems => problems.Count) - MaxListed);

    public void Add(string severity, string code, ImportPlace place, string? value, params IEnumerable<string> details)
    {
        // A file with a million bad cells must not become a million sentences.
        if (_problems[severity].Count >= MaxListed)
        {
            _unlisted++;
            return;
        }

        var shown = new ContentProblem(place.Column ?? "", code, value).Value;
        _problems[severity].Add(new ImportProblem
        {
            Severity = severity,
            Code = code,
            Part = place.Part,
            Row = place.Row,
            Column = place.Column,
            Value = shown,
            Reason = ImportTexts.Reason(code, culture, shown, details),
        });
    }
}

/// <summary>Where in a file something stands.</summary>
/// <param name="Part">The part of the document or the worksheet.</param>
/// <param name="Row">The row, from 1; null for the part as a whole.</param>
/// <param name="Column">The heading or field; null for the row as a whole.</param>
internal readonly record struct ImportPlace(string? Part, int? Row = null, string? Column = null);
