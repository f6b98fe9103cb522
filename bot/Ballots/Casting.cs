using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Ballots;

/// <summary>The wish to cast a ballot as a card showed it.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="By">Who casts it.</param>
/// <param name="Stamp">For which items the card was made.</param>
/// <param name="Version">The ballot's version when the card was made.</param>
/// <param name="Votes">A digest of what the card said would be recorded.</param>
/// <param name="Operation">Names the casting: it takes effect once, however often it arrives.</param>
/// <param name="Culture">The language of the answer.</param>
internal sealed record Casting(BallotName Ballot, MemberId By, string Stamp, int Version, string Votes, string Operation, CultureInfo Culture)
{
    /// <summary>Reads it from a click.</summary>
    /// <returns>The wish; null where the data are not a card's.</returns>
    public static Casting? Read(CardActionContext context) =>
        BallotName.Read(context) is { } ballot
        && context.Text(BallotVerbs.StampField) is { } stamp
        && context.Number(BallotVerbs.VersionField) is { } version
        && context.Text(BallotVerbs.VotesField) is { } votes
        && context.Text(BallotVerbs.OperationField) is { } operation && Identifier.IsValid(operation)
            ? new Casting(ballot, context.Actor.Id, stamp, version, votes, operation, context.Culture)
            : null;

    /// <summary>What a card carries to say the same again.</summary>
    public Dictionary<string, string> Data() => Ballot.Data()
        .With(BallotVerbs.StampField, Stamp)
        .With(BallotVerbs.VersionField, Version)
        .With(BallotVerbs.VotesField, Votes)
        .With(BallotVerbs.OperationField, Operation);
}
