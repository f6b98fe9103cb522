namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>
/// What the product is for, from the first word to an agreed measure: the Playground stands in for Teams and one person clicks in its page, the
/// others by what its page would have sent for them. Pictures of every card are kept.
/// </summary>
[Collection(nameof(TeamsOffice))]
public sealed class RoundInTeamsTests(TeamsOffice office)
{
    [Fact]
    public async Task A_group_decides_in_teams_and_what_passes_is_agreed_by_the_steering_group()
    {
        var beginning = new Beginning(office);
        await beginning.A_newcomer_asks_for_help();
        await beginning.The_channel_is_bound_to_the_working_group();

        var opening = new Opening(office);
        var round = await opening.A_dialog_opens_a_round();
        await opening.Everybody_sees_it_in_the_channel();

        var voting = new WorkingGroupVoting(office, round);
        await voting.The_card_shows_each_what_they_may_do();
        await voting.One_votes_in_the_page_and_changes_the_vote();
        await voting.A_double_click_counts_once();
        await voting.A_stale_card_changes_nothing();
        await voting.The_channel_shows_how_far_it_is();
        await voting.A_refusal_needs_its_reason();
        await voting.The_channel_shows_result_and_reason();
        await voting.After_the_end_nothing_can_be_cast();

        var steering = new SteeringGroupVoting(office);
        await steering.Its_round_has_opened_by_itself();
        await steering.All_its_members_agree();
        await steering.What_passed_is_agreed_and_what_was_refused_is_a_draft_again();

        var looking = new Looking(office);
        await looking.Commands_show_how_far_it_is();
        await looking.The_message_extension_finds_what_was_meant();

        office.Page.AssertNoBarriers();
    }
}
