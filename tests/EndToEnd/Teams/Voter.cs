namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>A member with a ballot in hand, away from the page. Walks it as the cards lead: what a button carries is all that is sent back.</summary>
/// <param name="office">Where the cards come from.</param>
/// <param name="member">Whose ballot it is.</param>
internal sealed class Voter(TeamsOffice office, Member member)
{
    private ShownCard? _card;

    /// <summary>The card that is shown to the member now.</summary>
    public ShownCard Card => _card ?? throw new InvalidOperationException($"{member.Id} has no card yet.");

    /// <summary>Takes the ballot that the bot sent to the member's own chat.</summary>
    public async Task TakesTheBallotSentAsync(string round) => _card = await office.Stream.CardAsync(
        $"The ballot of {member.Id}", card => card.Carried("round") == round && card.Carried("for") == member.Id);

    /// <summary>Goes to the ballot from the card that everybody sees.</summary>
    public async Task OpensTheBallotAsync(ShownCard channelCard) => _card = (await office.Others.ClickAsync(member, channelCard, "Abstimmen")).ItsCard();

    public async Task PicksAsync(params string[] items) => await ClicksAsync("Weiter", ("objections", string.Join(',', items)));

    public async Task SaysAsync(string item, string choice, string? text = null) => await ClicksAsync("Weiter", ($"choice.{item}", choice), ($"text.{item}", text ?? string.Empty));

    public async Task CastsAsync()
    {
        await ClicksAsync("Stimme abgeben");
        Assert.Contains("Ihre Stimme ist gezählt", Card.Text, StringComparison.Ordinal);
    }

    /// <summary>Clicks twice before the first click is answered.</summary>
    public async Task CastsWithADoubleClickAsync()
    {
        var answers = await Task.WhenAll(office.Others.ClickAsync(member, Card, "Stimme abgeben"), office.Others.ClickAsync(member, Card, "Stimme abgeben"));
        Assert.All(answers, answer => Assert.Contains("Ihre Stimme ist gezählt", answer.ItsCard().Text, StringComparison.Ordinal));
        _card = answers[0].Card;
    }

    public async Task AgreesToEverythingAsync()
    {
        await PicksAsync();
        Assert.Contains("Sie stimmen allen", Card.Text, StringComparison.Ordinal);
        await CastsAsync();
    }

    public async Task ClicksAsync(string button, params (string Id, string Value)[] inputs) => _card = (await office.Others.ClickAsync(member, Card, button, inputs)).ItsCard();
}
