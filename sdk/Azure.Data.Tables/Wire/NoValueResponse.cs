namespace Azure.Data.Tables.Wire;

/// <summary>The answer to a question after something that is not there.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The service returned no value.");

    public override Response GetRawResponse() => response;
}
