using CsCheck;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Core.Tests.Messages;

/// <summary>Random messages made from patterns, with the fields that were put in.</summary>
internal static class PatternMessages
{
    // Letters that no text of the catalogue is made of, so that no value looks like what follows it.
    private static readonly Gen<string> Plain = Gen.Char["QXZ~"].Array[1, 12].Select(letters => new string(letters));
    private static readonly Gen<string> Name = Gen.OneOf(
        Plain,
        Plain.Select(name => name + ".test"),
        Plain.Select(name => "0/25." + name),
        Gen.Const("."),
        Plain.Select(name => name + @"\032\." + name));

    private static readonly Gen<string> Text = Gen.Select(Plain, Plain, (one, two) => $"{one} {two}");
    private static readonly Gen<string> Address = Gen.OneOf(
        Gen.Select(Gen.Byte, Gen.Byte, Gen.UShort, (a, b, port) => $"192.0.{a}.{b}#{port}"),
        Gen.Select(Gen.UShort, Gen.UShort, (part, port) => $"2001:db8::{part:x}#{port}"),
        Gen.UShort.Select(port => $"fe80::1%eth0#{port}"),
        Gen.OneOf("<unknown address, family 7>", "192.0.2.1"));

    private static readonly Gen<(string Text, string View, string Side)> Tail = Gen.Select(
        Gen.OneOf(Gen.Const(string.Empty), Text, Plain),
        Gen.OneOf("", "raw", "signed"),
        (view, side) => ((view.Length > 0 ? "/" + view : "") + (side == "raw" ? " (unsigned)" : side == "signed" ? " (signed)" : ""), view, side));

    private static readonly Gen<Piece> Zone = Gen.Select(
        Name, Gen.OneOf("IN", "CH", "CLASS65280"), Tail,
        (name, zoneClass, tail) => new Piece($"{name}/{zoneClass}{tail.Text}", Fields(
            ("zone", name), ("class", zoneClass), (Piece.TokenView, tail.View), ("side", tail.Side))));

    private static readonly Gen<Piece> Subject = Gen.OneOf(
        Zone.Select(zone => zone with { Text = "zone " + zone.Text }),
        Zone.Select(zone => zone with { Text = "some_function: zone " + zone.Text }),
        Gen.Select(Gen.OneOf("managed-keys-zone", "redirect-zone"), Tail, (word, tail) => new Piece(
            word + tail.Text, Fields((Piece.TokenView, tail.View), ("side", tail.Side)), word.Length)));

    /// <summary>A message for one way to read a pattern.</summary>
    public static Gen<Piece> For(IReadOnlyList<PatternPart> row) => row
        .Select(For)
        .Aggregate(Gen.Const(new Piece("", [])), (before, next) => Gen.Select(before, next, (one, two) => one.Followed(two)));

    private static Gen<Piece> For(PatternPart part) => part switch
    {
        PatternPart.Literal literal => Gen.Const(new Piece(literal.Text, [])),
        PatternPart.Capture capture => For(capture),
        _ => throw new ArgumentException("not a row", nameof(part)),
    };

    private static Gen<Piece> For(PatternPart.Capture capture) => capture.Type switch
    {
        "zone" => Zone,
        "subject" => Subject,
        "question" => Name.Select(name => new Piece(name + "/IXFR/IN", Fields(("zone", name), ("class", "IN")))),
        "here" => Gen.Const(new Piece("", [], null, capture.Name == "detail" ? 0 : null)),
        "serial" => Gen.OneOf(Gen.UInt, Gen.OneOf(0u, 1u, uint.MaxValue)).Select(serial => Named(capture, serial.ToString())),
        "number" => Gen.UInt.Select(number => Named(capture, number.ToString())),
        "decimal" => Gen.Select(Gen.Byte, Gen.Byte, (whole, part) => Named(capture, $"{whole}.{part:000}")),
        "hex" => Gen.UInt.Select(pointer => Named(capture, $"0x{pointer:x}")),
        "address" => Address.Select(address => Named(capture, address)),
        "class" => Gen.OneOf("IN", "ch").Select(word => Named(capture, word)),
        "name" or "qname" => Name.Select(name => Named(capture, name)),
        "origin" => Gen.OneOf(Name.Select(name => Named(capture, name)), Gen.Const(new Piece("", Fields(("zone", "."))))),
        "word" => Plain.Select(word => Named(capture, word)),
        "text" => Text.Select(text => Named(capture, text)),
        _ => throw new ArgumentException(capture.Type, nameof(capture)),
    };

    private static Piece Named(PatternPart.Capture capture, string value) => capture.Name switch
    {
        "" => new Piece(value, []),
        "detail" => new Piece(value, [], 0, value.Length),
        "offered" => new Piece(value, Fields(("serial", value))),
        "held" => new Piece(value, Fields(("previous", value))),
        _ => new Piece(value, Fields((capture.Name, value))),
    };

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.Where(field => field.Value.Length > 0).ToDictionary(field => field.Name, field => field.Value);
}
