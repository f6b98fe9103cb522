using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Tests.Storage;

public sealed class RepeatedTextsTests
{
    [Fact]
    public void Every_text_reads_as_it_was_written() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>().Generator.Where(text => text is null || IsWellFormed(text)).ArrayOf().ToArbitrary(),
        texts => Read(JsonSerializer.Serialize(texts)).SequenceEqual(texts)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Amt für Straßen und Brücken")]
    [InlineData("a\"b\\c\n\u0001")]
    [InlineData("\U0001F6B2")]
    public void Equal_short_texts_are_one_string(string text)
    {
        var read = Read(JsonSerializer.Serialize(new[] { text, text }));

        Assert.Equal(text, read[0]);
        Assert.Same(read[0], read[1]);
        Assert.Same(read[0], RepeatedTexts.Share(new string(text)));
    }

    [Theory]
    [InlineData(RepeatedTexts.MaxLength)]
    [InlineData(RepeatedTexts.MaxLength + 1)]
    [InlineData(32_000)]
    public void Long_texts_stay_whole(int length)
    {
        var text = new string('ü', length);

        Assert.Equal([text, text], Read(JsonSerializer.Serialize(new[] { text, text })));
        Assert.Equal(text, RepeatedTexts.Share(text));
    }

    [Fact]
    public void Many_threads_at_one_place_get_their_own_texts() => Parallel.For(0, 200_000, number =>
    {
        var text = $"Amt {number % 9_000}";
        Assert.Equal(text, RepeatedTexts.Share(text));
    });

    [Fact]
    public void Measures_of_one_office_share_its_name()
    {
        var content = new MeasureContent { Title = "Radweg", Sector = new SectorKey("verkehr"), Owner = "Bauamt", Partners = ["Bauamt"] };
        var json = StoredJson.Write(content, StoredJson.Default.MeasureContent);

        var (one, other) = (StoredJson.Read(json, StoredJson.Default.MeasureContent), StoredJson.Read(json, StoredJson.Default.MeasureContent));

        Assert.Equal(content, one);
        Assert.Same(one.Owner, other.Owner);
        Assert.Same(one.Owner, one.Partners[0]);
        Assert.Same(one.Sector.Value, other.Sector.Value);
    }

    [Fact]
    public void What_is_no_text_is_refused() => Assert.Throws<JsonException>(() => StoredJson.Read("""{"title": 5}""", StoredJson.Default.MeasureContent));

    private static List<string?> Read(string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        var read = new List<string?>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
            {
                read.Add(RepeatedTexts.Read(ref reader));
            }
        }

        return read;
    }

    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);
}
