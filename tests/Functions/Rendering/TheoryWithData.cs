using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Insek.Office.Functions.Tests.Rendering;

/// <summary>A theory that does not exist where its data source is empty: for programs that may be absent, one case per program found.</summary>
/// <remarks>xunit fails a theory without data, or, with SkipTestWithoutData, counts it as skipped. Here nothing was skipped: there is no such program to test with.</remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(TheoryWithDataDiscoverer))]
public sealed class TheoryWithDataAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber);

/// <summary>Finds no case where no data source has a row.</summary>
public sealed class TheoryWithDataDiscoverer : TheoryDiscoverer
{
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        await using var disposal = new DisposalTracker();
        foreach (var source in testMethod.DataAttributes)
        {
            if ((await source.GetData(testMethod.Method, disposal)).Count > 0)
            {
                return await base.Discover(discoveryOptions, testMethod, factAttribute);
            }
        }

        return [];
    }
}
