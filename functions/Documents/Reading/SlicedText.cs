using System.Xml;

namespace Insek.Office.Functions.Documents;

/// <summary>A document's text with what stands in the controls of ours cut out, so that they are read side by side.</summary>
/// <remarks>Cuts are made between the tags of one element. So the text is well-formed exactly where every piece and what is left are, and nothing passes here that would be refused in one piece.</remarks>
/// <param name="text">The text.</param>
internal sealed class SlicedText(DocumentText text)
{
    /// <summary>What is left: of the controls only their properties.</summary>
    public Stream ReadRest()
    {
        var controls = text.Controls.Values.OrderBy(control => control.Start).ToArray();
        var (rest, next) = (new MemoryStream(text.Bytes.Length - controls.Sum(control => control.Close - control.Content)), 0);
        foreach (var control in controls)
        {
            rest.Write(text.Bytes, next, control.Content - next);
            next = control.Close;
        }

        rest.Write(text.Bytes, next, text.Bytes.Length - next);
        rest.Position = 0;
        return rest;
    }

    /// <summary>What stands in the controls, by their numbers; null for one that needs its tree, or is damaged.</summary>
    public Dictionary<int, PlainControl?> ReadControls() =>
        text.Controls.AsParallel().Select(control => (control.Key, Read: Read(control.Value))).ToDictionary(control => control.Key, control => control.Read);

    private PlainControl? Read(TextControl control)
    {
        try
        {
            using var xml = text.Read(new MemoryStream(text.Bytes, control.Start, control.End - control.Start, writable: false));

            // From the control to its properties, and behind them.
            xml.MoveToContent();
            xml.Read();
            xml.Skip();
            var read = PlainControl.Read(xml, depth: 0);
            return xml.Read() ? null : read;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
