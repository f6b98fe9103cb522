using AdaptiveCards;

namespace Insek.Office.Sdk.Tests.Cards;

public sealed class InputTests
{
    [Fact]
    public void A_text_input() =>
        Written.Is(
            """
            {
              "type": "Input.Text", "id": "reason", "label": "Begründung", "isRequired": true, "errorMessage": "Bitte begründen", "placeholder": "Warum?",
              "value": "weil", "style": "email", "isMultiline": true, "maxLength": 500, "regex": "^.+$",
              "inlineAction": { "type": "Action.Submit", "title": "Senden" }
            }
            """,
            new AdaptiveTextInput
            {
                Id = "reason",
                Label = "Begründung",
                IsRequired = true,
                ErrorMessage = "Bitte begründen",
                Placeholder = "Warum?",
                Value = "weil",
                Style = AdaptiveTextInputStyle.Email,
                IsMultiline = true,
                MaxLength = 500,
                Regex = "^.+$",
                InlineAction = new AdaptiveSubmitAction { Title = "Senden" },
            });

    [Fact]
    public void A_number_input() =>
        Written.Is(
            """{ "type": "Input.Number", "id": "n", "label": "Jahre", "placeholder": "Zahl", "value": 2.5, "min": 0.0, "max": 10.0 }""",
            new AdaptiveNumberInput { Id = "n", Label = "Jahre", Placeholder = "Zahl", Value = 2.5, Min = 0, Max = 10 });

    [Fact]
    public void A_number_input_without_numbers() => Written.Is("""{ "type": "Input.Number", "id": "n" }""", new AdaptiveNumberInput { Id = "n" });

    [Fact]
    public void Date_and_time_inputs()
    {
        Written.Is(
            """{ "type": "Input.Date", "id": "d", "label": "Tag", "placeholder": "wann?", "value": "2026-11-22", "min": "2026-01-01", "max": "2026-12-31" }""",
            new AdaptiveDateInput { Id = "d", Label = "Tag", Placeholder = "wann?", Value = "2026-11-22", Min = "2026-01-01", Max = "2026-12-31" });
        Written.Is(
            """{ "type": "Input.Time", "id": "t", "label": "Uhrzeit", "placeholder": "wann?", "value": "09:30", "min": "08:00", "max": "18:00" }""",
            new AdaptiveTimeInput { Id = "t", Label = "Uhrzeit", Placeholder = "wann?", Value = "09:30", Min = "08:00", Max = "18:00" });
    }

    [Fact]
    public void A_toggle()
    {
        Written.Is(
            """{ "type": "Input.Toggle", "id": "x", "title": "Ja", "valueOn": "True", "valueOff": "False" }""",
            new AdaptiveToggleInput { Id = "x", Title = "Ja" });
        Written.Is(
            """{ "type": "Input.Toggle", "id": "x", "title": "Ja", "valueOn": "1", "valueOff": "0", "value": "1", "wrap": true }""",
            new AdaptiveToggleInput { Id = "x", Title = "Ja", ValueOn = "1", ValueOff = "0", Value = "1", Wrap = true });
    }

    [Fact]
    public void Choices_always_say_how_they_are_shown_and_whether_several_count() =>
        Written.Is(
            """{ "type": "Input.ChoiceSet", "id": "c", "style": "compact", "isMultiSelect": false, "choices": [] }""",
            new AdaptiveChoiceSetInput { Id = "c" });

    [Fact]
    public void Choices() =>
        Written.Is(
            """
            {
              "type": "Input.ChoiceSet", "id": "c", "label": "Personen", "isRequired": true, "errorMessage": "Wer?", "placeholder": "Name",
              "style": "filtered", "isMultiSelect": true, "value": "a,b", "wrap": true,
              "choices": [ { "title": "Ada", "value": "a" }, { "title": "Bo", "value": "b" } ],
              "choices.data": { "type": "Data.Query", "dataset": "graph.microsoft.com/users" }
            }
            """,
            new AdaptiveChoiceSetInput
            {
                Id = "c",
                Label = "Personen",
                IsRequired = true,
                ErrorMessage = "Wer?",
                Placeholder = "Name",
                Style = AdaptiveChoiceInputStyle.Filtered,
                IsMultiSelect = true,
                Value = "a,b",
                Wrap = true,
                Choices = [new AdaptiveChoice { Title = "Ada", Value = "a" }, new AdaptiveChoice { Title = "Bo", Value = "b" }],
                AdditionalProperties = { ["choices.data"] = new { type = "Data.Query", dataset = "graph.microsoft.com/users" } },
            });
}
