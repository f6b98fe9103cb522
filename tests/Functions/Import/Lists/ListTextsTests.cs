using System.Globalization;
using System.Reflection;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;
using Insek.Office.Functions.Import.Lists;

namespace Insek.Office.Functions.Tests.Import.Lists;

public sealed class ListTextsTests
{
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Every_reason_field_and_kind_has_a_text_in_either_language(string language)
    {
        var texts = new ListTexts(CultureInfo.GetCultureInfo(language));
        string[] names =
        [
            .. typeof(CellReasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(reason => $"Cell.{reason.GetRawConstantValue()}"),
            .. Enum.GetValues<ListField>().Select(field => $"Field.{ParameterValue.Of(field)}"),
            .. Enum.GetValues<RowKind>().Select(kind => $"Kind.{ParameterValue.Of(kind)}"),
        ];

        Assert.All(names, name => Assert.NotEmpty(texts.Of(name)));
    }
}
