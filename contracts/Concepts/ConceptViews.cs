using System.Text.Json.Serialization;

namespace Insek.Office.Contracts;

/// <summary>A concept's head as the API answers it.</summary>
public sealed record ConceptView : ConceptHead
{
    /// <summary>For deserialisation.</summary>
    [JsonConstructor]
    public ConceptView()
    {
    }

    /// <summary>Adds what the API knows to a head.</summary>
    public ConceptView(ConceptHead head)
        : base(head)
    {
    }

    /// <summary>Counts every change of content, goals and measures included, from 1.</summary>
    public long ContentVersion { get; init; }
}

/// <summary>A concept in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Town">The town.</param>
/// <param name="Title">The title.</param>
/// <param name="State">draft, councilDraft or resolved.</param>
public sealed record ConceptSummary(string Id, string Town, string Title, string State);

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">This page's entries.</param>
/// <param name="Total">How many entries all pages have together.</param>
/// <param name="Continuation">Ask again with this in <c>continuation</c> for the next page; absent on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, string? Continuation);
