using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A search from the compose box.</summary>
public class MessagingExtensionQuery
{
    [JsonProperty("commandId")]
    public string CommandId { get; set; }

    [JsonProperty("parameters")]
    public IList<MessagingExtensionParameter> Parameters { get; set; }

    [JsonProperty("queryOptions")]
    public MessagingExtensionQueryOptions QueryOptions { get; set; }

    [JsonProperty("state")]
    public string State { get; set; }
}

/// <summary>One input of a search.</summary>
public class MessagingExtensionParameter
{
    public MessagingExtensionParameter()
    {
    }

    public MessagingExtensionParameter(string name = default, object value = default)
    {
        Name = name;
        Value = value;
    }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("value")]
    public object Value { get; set; }
}

/// <summary>Which part of the results is wanted.</summary>
public class MessagingExtensionQueryOptions
{
    public MessagingExtensionQueryOptions()
    {
    }

    public MessagingExtensionQueryOptions(int? skip = default, int? count = default)
    {
        Skip = skip;
        Count = count;
    }

    /// <summary>Results already seen.</summary>
    [JsonProperty("skip")]
    public int? Skip { get; set; }

    /// <summary>Results wanted at most.</summary>
    [JsonProperty("count")]
    public int? Count { get; set; }
}

/// <summary>The answer to a search.</summary>
public class MessagingExtensionResponse
{
    public MessagingExtensionResponse()
    {
    }

    public MessagingExtensionResponse(MessagingExtensionResult composeExtension = default)
    {
        ComposeExtension = composeExtension;
    }

    [JsonProperty("composeExtension")]
    public MessagingExtensionResult ComposeExtension { get; set; }
}

/// <summary>Results (<c>result</c>) or a text (<c>message</c>).</summary>
public class MessagingExtensionResult
{
    /// <summary><c>list</c> or <c>grid</c>.</summary>
    [JsonProperty("attachmentLayout")]
    public string AttachmentLayout { get; set; }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("attachments")]
    public IList<MessagingExtensionAttachment> Attachments { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }
}

/// <summary>A result: the card that is posted, and its preview in the list.</summary>
public class MessagingExtensionAttachment : Attachment
{
    public MessagingExtensionAttachment()
    {
    }

    public MessagingExtensionAttachment(string contentType = default, string contentUrl = default, object content = default, string name = default, string thumbnailUrl = default, Attachment preview = default)
        : base(contentType, contentUrl, content, name, thumbnailUrl)
    {
        Preview = preview;
    }

    [JsonProperty("preview")]
    public Attachment Preview { get; set; }
}
