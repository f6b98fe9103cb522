using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Concepts;

/// <summary>Ids are safe as storage keys, in addresses and in Word tags; their order is people's.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("insek-torgau")]
    [InlineData("PG-VII")]
    [InlineData("Ü4")]
    [InlineData("24a")]
    [InlineData("III.10")]
    public void Towns_own_simple_numbers_are_ids(string text) => Assert.True(Identifier.IsValid(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a_b")]
    [InlineData("a:b")]
    [InlineData("a b")]
    [InlineData("..")]
    [InlineData("~tenant")]
    [InlineData("a\u0007")]
    [InlineData("u\u0308")]
    public void What_would_break_a_key_an_address_or_a_tag_is_none(string? text)
    {
        Assert.False(Identifier.IsValid(text));
        Assert.Throws<ArgumentException>(() => new ItemId(text!));
    }

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        Assert.True(Identifier.IsValid(new string('x', 64)));
        Assert.False(Identifier.IsValid(new string('x', 65)));
    }

    [Fact]
    public void Numbers_in_ids_are_ordered_by_their_value() => Assert.Equal(
        ["a-1", "a-2", "a-10", "a-10.5", "b-1"],
        new[] { "b-1", "a-10.5", "a-10", "a-2", "a-1" }.Order(NaturalOrder.Instance));

    [Fact]
    public void The_order_is_total() => Prop.ForAll(Ids(), Ids(), Ids(), (a, b, c) =>
    {
        var order = NaturalOrder.Instance;
        return Math.Sign(order.Compare(a, b)) == -Math.Sign(order.Compare(b, a))
            && (order.Compare(a, b) == 0) == (a == b)
            && !(order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0 && order.Compare(a, c) > 0);
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Ids() => Gen.Elements('a', 'b', '0', '1', '9', '-').NonEmptyListOf().Select(letters => string.Concat(letters)).ToArbitrary();
}
