namespace Insek.Office.Contracts;

/// <summary>A conversation in which the bot can speak.</summary>
public sealed record ConversationDocument
{
    /// <summary>The conversation's id, without the part that names a thread (<c>;messageid=</c>).</summary>
    public required string Id { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public required string Kind { get; init; }

    /// <summary>The member, for a personal chat: object id in the directory.</summary>
    public string? Member { get; init; }

    /// <summary>The member's id in Teams (29:…), for a personal chat.</summary>
    public string? TeamsUser { get; init; }

    /// <summary>The team's id, for a channel.</summary>
    public string? Team { get; init; }

    /// <summary>The name, where the activity gave one.</summary>
    public string? Name { get; init; }

    /// <summary>Where the channel service answers.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>The tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>The bot's own id in the conversation (28:…).</summary>
    public required string Bot { get; init; }

    /// <summary>Why it stopped working; absent while it works.</summary>
    public string? Failure { get; init; }
}

/// <summary>A conversation named by its id.</summary>
/// <param name="Id">The conversation's id.</param>
/// <param name="Reason">Why, where something failed.</param>
public sealed record ConversationName(string Id, string? Reason = null);

/// <summary>A conversation in which a group's rounds are shown.</summary>
/// <param name="Conversation">The conversation's id, without the part that names a thread.</param>
/// <param name="Concept">The concept.</param>
/// <param name="Group">The group.</param>
public sealed record BindingDocument(string Conversation, string Concept, string Group);

/// <summary>Asks for notices to be sent.</summary>
/// <param name="Sender">Names the process that sends; one sender per tenant at a time. 1 to 64 letters, digits, '-' or '.'.</param>
/// <param name="Max">How many notices at most, 1 to 100; 32 where absent.</param>
public sealed record LeaseRequest(string Sender, int? Max = null);

/// <summary>Notices for one sender.</summary>
/// <param name="Token">Grows with every new sender: what an earlier one says is known by it.</param>
/// <param name="Until">Until when the notices are this sender's, in UTC; 60 seconds.</param>
/// <param name="Notices">What is to be sent, oldest first.</param>
public sealed record LeaseView(long Token, DateTimeOffset Until, IReadOnlyList<NoticeView> Notices);

/// <summary>A message or card that somebody is to see. It names its subject; what is shown is read at the moment of sending.</summary>
public sealed record NoticeView
{
    /// <summary>Instead of a concept: what concerns a person across concepts. Goes back as it came with acknowledgement and failure.</summary>
    public const string AcrossConcepts = "~tenant";

    /// <summary>Its id within the concept. One id is shown once: sent again, it updates what was posted.</summary>
    public required string Id { get; init; }

    /// <summary>The concept; <see cref="AcrossConcepts"/> for what concerns a person across concepts.</summary>
    public required string Concept { get; init; }

    /// <summary>
    /// roundCard (in the group's conversation); in a personal chat: ballotCard, itemWithdrawn, reminderDigest (<see cref="Date"/>), deadlineOverview (<see cref="Week"/>),
    /// roundEscalation (<see cref="Round"/>), roundReminder (<see cref="Round"/>), progressAsked (<see cref="Quarter"/>).
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The row version; goes back with the acknowledgement, so that a change meanwhile is not lost.</summary>
    public required string Tag { get; init; }

    /// <summary>The round it is about.</summary>
    public string? Round { get; init; }

    /// <summary>The goal or measure it is about.</summary>
    public string? Item { get; init; }

    /// <summary>Of a reminderDigest: its day; what it says is at <c>/api/digests/{date}</c> for the member.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Of a deadlineOverview: its week, as 2024-W12; what it says is at <c>/api/overviews/{week}</c> for the member.</summary>
    public string? Week { get; init; }

    /// <summary>Of a progressAsked: its quarter, as 2024-Q1; what it asks is at <c>/api/progress/{quarter}</c> for the member.</summary>
    public string? Quarter { get; init; }

    /// <summary>The recipient, for a personal notice.</summary>
    public MemberView? Member { get; init; }

    /// <summary>The group in whose conversation it appears.</summary>
    public string? Group { get; init; }

    /// <summary>Where it goes; absent where the recipient has no known conversation yet, so that the bot has to begin one.</summary>
    public ConversationDocument? Conversation { get; init; }

    /// <summary>The activity that shows it already: update it instead of posting again.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whether an earlier sender took it and said nothing: it may have been posted.</summary>
    public bool MaybeSent { get; init; }
}

/// <summary>Says that a notice is shown.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Id">The notice.</param>
/// <param name="Tag">The tag it was leased with.</param>
/// <param name="Token">The sender's token.</param>
/// <param name="Conversation">Where it is shown.</param>
/// <param name="ActivityId">The activity that shows it.</param>
public sealed record NoticeAck(string Concept, string Id, string Tag, long Token, string Conversation, string? ActivityId);

/// <summary>Says that a notice could not be sent.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Id">The notice.</param>
/// <param name="Tag">The tag it was leased with.</param>
/// <param name="Token">The sender's token.</param>
/// <param name="Reason">Why, for the administrator; 1 to 500 characters.</param>
/// <param name="Permanent">Whether trying again cannot help.</param>
/// <param name="RetryAfterSeconds">When to try again at the earliest, in seconds, 0 to 86,400.</param>
public sealed record NoticeFailure(string Concept, string Id, string Tag, long Token, string Reason, bool Permanent = false, int? RetryAfterSeconds = null);

/// <summary>A notice that could not be delivered.</summary>
public sealed record FailedNotice
{
    /// <summary>Its id within the concept.</summary>
    public required string Id { get; init; }

    /// <summary>The concept; <see cref="NoticeView.AcrossConcepts"/> for what concerns a person across concepts.</summary>
    public required string Concept { get; init; }

    /// <summary>A kind of <see cref="NoticeView.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The round it is about.</summary>
    public string? Round { get; init; }

    /// <summary>The recipient, for a personal notice.</summary>
    public MemberView? Member { get; init; }

    /// <summary>The group in whose conversation it should have appeared.</summary>
    public string? Group { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was given up, in UTC.</summary>
    public required DateTimeOffset FailedAt { get; init; }
}

/// <summary>Names a notice.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Id">The notice.</param>
public sealed record NoticeName(string Concept, string Id);
