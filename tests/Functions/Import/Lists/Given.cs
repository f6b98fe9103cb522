using System.Text;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Import.Lists;

namespace Insek.Office.Functions.Tests.Import.Lists;

/// <summary>Short ways to import town halls' own lists.</summary>
internal static class Given
{
    /// <summary>The plan of a list that can be taken.</summary>
    public static ImportPlan Plan(ConceptSnapshot present, byte[] file, ListMapping? mapping = null, ImportMode mode = ImportMode.Atomic, string? name = "Liste")
    {
        var read = Read(present, file, mapping, mode, name);
        Assert.True(read.TryGet(out var plan, out var refusal), refusal?.Message);
        return plan;
    }

    public static ImportPlan Plan(ConceptSnapshot present, string csv, ListMapping? mapping = null, ImportMode mode = ImportMode.Atomic, string? name = "Liste") =>
        Plan(present, Encoding.UTF8.GetBytes(csv), mapping, mode, name);

    public static Result<ImportPlan> Read(ConceptSnapshot present, byte[] file, ListMapping? mapping = null, ImportMode mode = ImportMode.Atomic, string? name = "Liste")
    {
        using var stream = new MemoryStream(file);
        return ListFile.Open(stream, TestContext.Current.CancellationToken).TryGet(out var list, out var refusal)
            ? ListImport.Plan(Samples.Request(present, mode: mode), list, new ImportUpload(ImportFormat.List, stream) { Name = name, Mapping = mapping }, TestContext.Current.CancellationToken)
            : refusal;
    }

    public static ListReport List(ConceptSnapshot present, string csv, ListMapping? mapping = null) => Plan(present, csv, mapping).Report.List!;

    /// <summary>The mapping of a report with answers to its questions.</summary>
    public static ListMapping Answer(this ListReport report, params (string Question, string Value)[] answers) => report.Mapping with
    {
        Answers = [.. answers.Select(answer => new ListAnswer { Question = report.Questions.Single(question => question.Id.StartsWith(answer.Question, StringComparison.Ordinal)).Id, Value = answer.Value })],
    };

    /// <summary>The kinds of the rows that are not blank, in their order.</summary>
    public static string Kinds(this ListReport report) => string.Join(' ', report.Rows.Select(row => row.Kind));

    public static ListRow Row(this ListReport report, int number) => report.Rows.Single(row => row.Row == number);

    public static string? Value(this ListReport report, int row, string field) => report.Row(row).Readings.FirstOrDefault(reading => reading.Field == field)?.Value;
}
