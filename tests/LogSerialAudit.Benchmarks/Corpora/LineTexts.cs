namespace LogSerialAudit.Benchmarks.Corpora;

/// <summary>What the lines of a made log say.</summary>
internal static class LineTexts
{
    /// <summary>What BIND 9.18 writes in turn: a transfer, a rollback offered, a NOTIFY of what is held, a transfer that fails.</summary>
    public static readonly LineTemplate[][] Stories =
    [
        Of(
            "named[4711]: client @0x7f0b3b70{hex}{hex} {primary}#{port}: received notify for zone '{zone}'",
            "named[4711]: zone {zone}/IN: notify from {primary}#{port}: serial {new}",
            "named[4711]: zone {zone}/IN: Transfer started.",
            "named[4711]: transfer of '{zone}/IN' from {primary}#53: connected using 198.51.100.7#{port}",
            "named[4711]: zone {zone}/IN: transferred serial {new}",
            "named[4711]: transfer of '{zone}/IN' from {primary}#53: Transfer status: success",
            "named[4711]: transfer of '{zone}/IN' from {primary}#53: Transfer completed: 1 messages, {byte} records, {n} bytes, 0.{byte} secs ({n} bytes/sec) (serial {new})",
            "named[4711]: zone {zone}/IN: sending notifies (serial {new})"),
        Of("named[4711]: zone {zone}/IN: serial number ({old}) received from master {primary}#53 < ours ({new})"),
        Of("named[4711]: zone {zone}/IN: serial number ({old}) received from master {primary}#53 < ours ({new})"),
        Of(
            "named[4711]: client @0x7f0b3b70{hex}{hex} {primary}#{port}: received notify for zone '{zone}'",
            "named[4711]: zone {zone}/IN: notify from {primary}#{port}: zone is up to date"),
        Of(
            "named[4711]: zone {zone}/IN: Transfer started.",
            "named[4711]: transfer of '{zone}/IN' from {primary}#53: Transfer status: timed out",
            "named[4711]: transfer of '{zone}/IN' from {primary}#53: Transfer completed: 0 messages, 0 records, 0 bytes, {byte}.001 secs (0 bytes/sec) (serial 0)"),
    ];

    /// <summary>Lines that look like events and are none: of other programs, or of the server about something else.</summary>
    public static readonly LineTemplate[] Decoys = Of(
        "kernel: [{n}.{n}] usb 1-1: SerialNumber: 4C5300{hex}{hex}{n}",
        "smartd[612]: Device: /dev/sda [SAT], serial number (S3Z{n}) received, firmware {n}, {n} sectors",
        "collectd[733]: zone thermal{byte}: serial number ({n}) received from sensor {byte}, {n} ours",
        "replay[1301]: zone z{byte}.example.net/IN: serial number (1551398400) received from master 192.0.2.1#53 < ours (1551398{byte})",
        "named[4711]: client @0x7f0b3b70{hex}{hex} 203.0.113.{byte}#{n} (serial{n}.example.org): query (cache) 'serial{n}.example.org/A/IN' denied");

    /// <summary>What other daemons write.</summary>
    public static readonly LineTemplate[] Noise = Of(
        "dhcpd[812]: DHCPREQUEST for 192.0.2.{byte} from 00:16:3e:5e:{hex}:{hex} via eth0",
        "dhcpd[812]: DHCPACK on 192.0.2.{byte} to 00:16:3e:5e:{hex}:{hex} (host-{n}) via eth0",
        "sshd[{n}]: Failed password for invalid user admin{byte} from 203.0.113.{byte} port {n} ssh2",
        "sshd[{n}]: Received disconnect from 203.0.113.{byte} port {n}:11: Bye Bye [preauth]",
        "postfix/smtpd[{n}]: connect from mail-{n}.example.com[198.51.100.{byte}]",
        "postfix/qmgr[1207]: 4{hex}{hex}{hex}{hex}2A: from=<list-{n}@lists.example.org>, size={n}, nrcpt={byte} (queue active)",
        "postfix/smtp[{n}]: 4{hex}{hex}{hex}{hex}2A: to=<user{n}@example.com>, relay=mx{byte}.example.com[203.0.113.{byte}]:25, delay={byte}.{byte}, delays=0.01/0/0.2/{byte}, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as {hex}{hex}{hex}{hex}7D)",
        "dovecot: imap-login: Login: user=<user{n}>, method=PLAIN, rip=203.0.113.{byte}, lip=198.51.100.7, mpid={n}, TLS, session=<{hex}{hex}{hex}{hex}AAA{hex}>",
        "CRON[{n}]: (root) CMD (test -x /usr/sbin/anacron || ( cd / && run-parts --report /etc/cron.hourly ) # {n})",
        "systemd[1]: Started Session {n} of user www-data.",
        "kernel: [{n}.{n}] [UFW BLOCK] IN=eth0 OUT= MAC=52:54:00:{hex}:{hex}:{hex} SRC=203.0.113.{byte} DST=198.51.100.7 LEN=40 TTL=245 ID={n} PROTO=TCP SPT={n} DPT=23 WINDOW=1024 RES=0x00 SYN URGP=0",
        "nginx: 203.0.113.{byte} - - \"GET /item/{n}?page={byte} HTTP/1.1\" 200 {n} \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:60.0) Gecko/20100101 Firefox/60.0\"",
        "ntpd[655]: Soliciting pool server 203.0.113.{byte}");

    private static LineTemplate[] Of(params string[] texts) => [.. texts.Select(text => new LineTemplate(text))];
}
