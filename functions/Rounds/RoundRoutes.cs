namespace Insek.Office.Functions.Rounds;

internal static class RoundRoutes
{
    /// <summary>Maps groups, rounds and ballots of one concept.</summary>
    public static void MapRounds(this IEndpointRouteBuilder concept)
    {
        var groups = concept.MapGroup("/groups").WithTags("Groups");
        groups.MapListGroups();
        groups.MapGetCandidates();

        var rounds = concept.MapGroup("/rounds").WithTags("Rounds");
        rounds.MapListRounds();
        rounds.MapPostRound();
        rounds.MapGetRound();
        rounds.MapListBallots();
        rounds.MapGetBallot();
        rounds.MapPutBallot();
        rounds.MapDrafts();
        rounds.MapManageRound();
    }
}
