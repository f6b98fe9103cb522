namespace Insek.Office.Domain.Tests;

public sealed class SideBySideTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public void Everything_is_made_once_and_in_order(int count)
    {
        var made = 0;
        var all = SideBySide.Select(count, number =>
        {
            Interlocked.Increment(ref made);
            return number;
        });

        Assert.Equal(Enumerable.Range(0, count), all);
        Assert.Equal(count, made);
    }

    [Fact]
    public void What_fails_is_not_swallowed() =>
        Assert.All(Assert.Throws<AggregateException>(() => SideBySide.Select(100, number => number == 50 ? throw new InvalidOperationException("50") : number)).InnerExceptions, inner => Assert.IsType<InvalidOperationException>(inner));
}
