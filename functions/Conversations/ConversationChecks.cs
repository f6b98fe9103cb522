using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Conversations;

/// <summary>What a conversation must say before the bot's word for it is kept.</summary>
internal static class ConversationChecks
{
    /// <summary>What one field may hold: ids of the channel service are long, but not a page.</summary>
    private const int MaxLength = 1_000;

    private static readonly string[] _kinds = ["personal", "groupChat", "channel"];

    extension(ConversationDocument conversation)
    {
        /// <summary>Why it cannot be kept; null where it can.</summary>
        public Refusal? Check()
        {
            var problems = new List<ContentProblem>();
            foreach (var (field, value, needed) in conversation.Fields())
            {
                if (needed && string.IsNullOrWhiteSpace(value))
                {
                    problems.Add(new ContentProblem(field, "required", value));
                }
                else if (value?.Length > MaxLength)
                {
                    problems.Add(new ContentProblem(field, "too-long", value));
                }
            }

            if (!_kinds.Contains(conversation.Kind, StringComparer.Ordinal))
            {
                problems.Add(new ContentProblem("kind", "invalid-value", conversation.Kind));
            }

            if (conversation.Member is { } member && !Identifier.IsValid(member))
            {
                problems.Add(new ContentProblem("member", "invalid-id", member));
            }

            if (!Uri.TryCreate(conversation.ServiceUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            {
                problems.Add(new ContentProblem("serviceUrl", "invalid-value", conversation.ServiceUrl));
            }

            return problems.Count > 0 ? new InvalidContent(problems.ToValueList()) : null;
        }

        private IEnumerable<(string Field, string? Value, bool Needed)> Fields() =>
        [
            ("id", conversation.Id, true),
            ("kind", conversation.Kind, true),
            ("member", conversation.Member, conversation.Kind == "personal"),
            ("teamsUser", conversation.TeamsUser, false),
            ("team", conversation.Team, false),
            ("name", conversation.Name, false),
            ("serviceUrl", conversation.ServiceUrl, true),
            ("tenant", conversation.Tenant, false),
            ("bot", conversation.Bot, true),
        ];
    }

    extension(ConversationName name)
    {
        /// <summary>Why it names no conversation; null where it does.</summary>
        /// <param name="needsReason">Whether a reason is owed.</param>
        public Refusal? Check(bool needsReason = false)
        {
            var problems = new List<ContentProblem>();
            if (string.IsNullOrWhiteSpace(name.Id) || name.Id.Length > MaxLength)
            {
                problems.Add(new ContentProblem("id", string.IsNullOrWhiteSpace(name.Id) ? "required" : "too-long", name.Id));
            }

            if (needsReason && string.IsNullOrWhiteSpace(name.Reason))
            {
                problems.Add(new ContentProblem("reason", "required", name.Reason));
            }

            if (name.Reason?.Length > MaxLength)
            {
                problems.Add(new ContentProblem("reason", "too-long", name.Reason));
            }

            return problems.Count > 0 ? new InvalidContent(problems.ToValueList()) : null;
        }
    }
}
