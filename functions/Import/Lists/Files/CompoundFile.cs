using System.Text;
using Insek.Office.Domain;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Tells what an OLE compound file is: a workbook under a password, or one of Excel before 2007.</summary>
internal static class CompoundFile
{
    private const int MaxLooked = 32 * 1024 * 1024;

    // Names of streams in the directory, which is never packed.
    private static readonly byte[] _encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] _workbook = Encoding.Unicode.GetBytes("Workbook");
    private static readonly byte[] _book = Encoding.Unicode.GetBytes("Book\0");

    public static Refusal Refuse(Stream stream)
    {
        var bytes = new byte[Math.Min(stream.Length, MaxLooked)];
        stream.ReadExactly(bytes);
        var content = bytes.AsSpan();
        return content.IndexOf(_encrypted) >= 0 ? new EncryptedFile()
            : content.IndexOf(_workbook) >= 0 || content.IndexOf(_book) >= 0 ? new OtherWorkbook("xls")
            : new NotAWorkbook();
    }
}
