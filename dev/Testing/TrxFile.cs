using System.Xml.Linq;

namespace Insek.Office.Dev.Testing;

/// <summary>Reads the results a test executable has written.</summary>
internal static class TrxFile
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestOutcome Read(string path)
    {
        var results = XDocument.Load(path).Descendants(Trx + "UnitTestResult").ToLookup(result => (string?)result.Attribute("outcome"));
        var failures = results.Where(group => group.Key is not ("Passed" or "NotExecuted")).SelectMany(group => group).Select(Failure).ToList();
        return new TestOutcome(results["Passed"].Count(), results["NotExecuted"].Count(), failures, Problem: null);
    }

    private static FailedTest Failure(XElement result)
    {
        var error = result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo");
        return new FailedTest(
            (string?)result.Attribute("testName") ?? "?",
            (string?)error?.Element(Trx + "Message") ?? (string?)result.Attribute("outcome") ?? "?",
            (string?)error?.Element(Trx + "StackTrace") ?? string.Empty);
    }
}
