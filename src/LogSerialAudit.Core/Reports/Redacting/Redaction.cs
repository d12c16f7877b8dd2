using LogSerialAudit.Evidence;

namespace LogSerialAudit.Reports.Redacting;

/// <summary>
/// Replaces names and addresses by others, the same each time, so that a report can be shown in public: zones, hosts,
/// people, views and files by numbered names, IPv4 and IPv6 addresses by those reserved for documentation. Who is who is
/// kept, who it is is not. Numbers go by the order of the content, so the same content gives the same bytes.
/// </summary>
public sealed class Redaction
{
    private readonly RedactedNames _names = new();
    private readonly RedactedAddresses _addresses = new();
    private readonly RedactedFiles _files;
    private readonly RedactedText _text;

    private Redaction()
    {
        _files = new RedactedFiles(_names);
        _text = new RedactedText(_names, _addresses, _files);
    }

    /// <summary>The redaction of all that a report can show.</summary>
    /// <param name="audit">What was read.</param>
    /// <param name="evidence">What there is beside the logs.</param>
    /// <param name="provenance">Where it comes from.</param>
    public static Redaction Of(Audit audit, CaseEvidence evidence, IReadOnlyList<Provenance> provenance)
    {
        var redaction = new Redaction();
        redaction.LearnNames(audit, evidence);
        redaction.LearnTexts(audit, provenance);
        return redaction;
    }

    /// <summary>A text of this program's own: what is known or recognised as a name, an address or a path is replaced.</summary>
    public string Of(string text) => _text.Of(text);

    /// <summary>A text of others, captured from a log or typed: of its words only those are kept that servers or this program use.</summary>
    public string OfOthers(string text) => _text.OfOthers(text);

    /// <summary>The names, by what they are, before any text is looked at.</summary>
    private void LearnNames(Audit audit, CaseEvidence evidence)
    {
        var paths = audit.Files.Select(file => file.Path).Concat(evidence.Files).ToList();
        paths.ForEach(_files.Reserve);
        var histories = audit.History.Histories;
        var answers = evidence.Answers.ToList();
        _names.Reserve(histories.Select(history => history.Zone.Name).Concat(answers.Select(answer => answer.ServerName)));
        foreach (var zone in histories.Select(history => history.Zone.Name).Concat(evidence.ZoneHistories.Select(history => history.Zone)).Concat(answers.Select(answer => answer.Zone)))
        {
            _names.Zone(zone);
        }

        var logs = audit.Files.Select(file => file.SetName).ToHashSet(StringComparer.Ordinal);
        foreach (var observer in histories.Select(history => history.Observer).Distinct())
        {
            // A log without host names is called by its file.
            if (logs.Contains(observer.Host) && observer.Host.Contains('.', StringComparison.Ordinal))
            {
                _names.Known(observer.Host, _files.Of(observer.Host));
            }
            else
            {
                _names.Host(observer.Host);
            }
        }

        foreach (var host in evidence.Vms.Select(vm => vm.Host).Concat(answers.SelectMany(answer => new[] { answer.ServerName, answer.Soa.MName })))
        {
            _names.Host(host);
        }

        foreach (var person in answers.Select(answer => answer.Soa.RName).Concat(evidence.ZoneHistories.SelectMany(history => history.Revisions).Select(revision => revision.Author)))
        {
            _names.Person(person);
        }

        foreach (var view in histories.Select(history => history.Zone.View))
        {
            _names.View(view);
        }

        foreach (var series in evidence.Marks)
        {
            _names.List(series.Name);
        }

        paths.ForEach(path => _ = _files.Of(path));
    }

    /// <summary>All that lines and the command line name, in time order, so that a name has one number wherever it is shown.</summary>
    private void LearnTexts(Audit audit, IReadOnlyList<Provenance> provenance)
    {
        var (peers, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        audit.History.Walk(_ => true, (in row) => peers.AddRange(row.Peer.Length > 0 && seen.Add(row.Peer) ? [row.Peer] : []));
        _addresses.Reserve(peers);
        peers.ForEach(peer => _ = _text.Of(peer));
        audit.History.Walk(_ => true, (in row) => _ = row.Detail.Length > 0 ? _text.OfOthers(row.Detail) : "");
        foreach (var item in provenance)
        {
            _ = _text.OfOthers(item.Value);
        }
    }
}
