namespace Microsoft.Rest;

/// <summary>A service could not be asked, or refused.</summary>
public class RestException : Exception
{
    public RestException()
    {
    }

    public RestException(string message)
        : base(message)
    {
    }

    public RestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>An argument that the service would not take.</summary>
public class ValidationException : RestException
{
    public ValidationException()
    {
    }

    public ValidationException(string message)
        : base(message)
    {
    }

    public ValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static void ThrowIfNull(object value, string parameter)
    {
        if (value is null)
        {
            throw new ValidationException($"'{parameter}' cannot be null.");
        }
    }
}

/// <summary>An answer that is not what the service promises.</summary>
public class SerializationException : RestException
{
    public SerializationException()
    {
    }

    public SerializationException(string message)
        : base(message)
    {
    }

    public SerializationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
