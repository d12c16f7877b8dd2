namespace LogSerialAudit.Core.Tests.Messages;

/// <summary>Messages of real servers (BIND 9.18), as they wrote them.</summary>
public sealed class RealMessageTests
{
    /// <summary>A message, and below it what it says.</summary>
    private const string Understood =
        """
        managed-keys-zone: loaded serial 0
          loaded serial=0 detail=managed-keys-zone
        zone example.test/IN: loaded serial 1558799284
          loaded zone=example.test class=IN serial=1558799284
        zone example.test/IN: sending notifies (serial 1558799284)
          notify-sent zone=example.test class=IN serial=1558799284
        all zones loaded
          server-running detail=all zones loaded
        running
          server-running
        client @0x7f0b3b703c98 ::1#46329/key k1.example (6.test): transfer of '6.test/IN': AXFR started: TSIG k1.example (serial 1558799284)
          transfer-out-started zone=6.test class=IN serial=1558799284 peer=::1#46329 key=k1.example detail=AXFR
        client @0x7f0b3b703c98 ::1#46329/key k1.example (6.test): transfer of '6.test/IN': AXFR ended: 1 messages, 6 records, 252 bytes, 0.001 secs (252000 bytes/sec) (serial 1558799284)
          transfer-out-ended zone=6.test class=IN serial=1558799284 peer=::1#46329 key=k1.example detail=AXFR ended: 1 messages, 6 records, 252 bytes, 0.001 secs (252000 bytes/sec)
        client @0x7f0b3b702098 127.0.0.1#42443 (example.test): transfer of 'example.test/IN': AXFR started (serial 1558799284)
          transfer-out-started zone=example.test class=IN serial=1558799284 peer=127.0.0.1#42443 detail=AXFR
        client @0x7f0b3b702098 127.0.0.1#42443 (example.test): transfer of 'example.test/IN': AXFR ended: 1 messages, 6 records, 175 bytes, 0.001 secs (175000 bytes/sec) (serial 1558799284)
          transfer-out-ended zone=example.test class=IN serial=1558799284 peer=127.0.0.1#42443 detail=AXFR ended: 1 messages, 6 records, 175 bytes, 0.001 secs (175000 bytes/sec)
        received control channel command 'reload'
          command detail=reload
        loading configuration from '/var/lib/bind-lab/p/named.conf'
          server-reloading detail=loading configuration from '/var/lib/bind-lab/p/named.conf'
        reloading configuration succeeded
          server-reloading detail=reloading configuration succeeded
        reloading zones succeeded
          server-reloading detail=reloading zones succeeded
        zone example.test/IN: zone serial (1558725628/1558799284) has gone backwards
          gone-backwards zone=example.test class=IN serial=1558725628 previous=1558799284
        received control channel command 'reload example.test'
          command zone=example.test detail=reload example.test
        zone example.test/IN: zone serial (1558725628) unchanged. zone may fail to transfer to secondaries.
          serial-unchanged zone=example.test class=IN serial=1558725628
        received control channel command 'reconfig'
          command detail=reconfig
        scheduled loading new zones
          server-reloading detail=scheduled loading new zones
        any newly configured zones are now loaded
          server-reloading detail=any newly configured zones are now loaded
        client @0x7f0b3f8aa498 127.0.0.1#41483 (example.test): transfer of 'example.test/IN': IXFR version not in journal, falling back to AXFR
          transfer-out-fallback zone=example.test class=IN peer=127.0.0.1#41483 detail=IXFR version not in journal
        client @0x7f0b3f8aa498 127.0.0.1#41483 (example.test): transfer of 'example.test/IN': AXFR-style IXFR started (serial 1558799300)
          transfer-out-started zone=example.test class=IN serial=1558799300 peer=127.0.0.1#41483 detail=AXFR-style IXFR
        client @0x7f0b3f8aa498 127.0.0.1#41483 (example.test): transfer of 'example.test/IN': AXFR-style IXFR ended: 1 messages, 6 records, 175 bytes, 0.001 secs (175000 bytes/sec) (serial 1558799300)
          transfer-out-ended zone=example.test class=IN serial=1558799300 peer=127.0.0.1#41483 detail=AXFR-style IXFR ended: 1 messages, 6 records, 175 bytes, 0.001 secs (175000 bytes/sec)
        client @0x7f0b3f8a8898 127.0.0.1#45935 (.): bad zone transfer request: './IN': non-authoritative zone (NOTAUTH)
          transfer-out-refused zone=. class=IN peer=127.0.0.1#45935 detail=non-authoritative zone (NOTAUTH)
        client @0x7f0b407a2898 127.0.0.1#43647 (a\032b.test): bad zone transfer request: 'a\032b.test/IN': non-authoritative zone (NOTAUTH)
          transfer-out-refused zone=a\032b.test class=IN peer=127.0.0.1#43647 detail=non-authoritative zone (NOTAUTH)
        client @0x7f0b407a4498 127.0.0.1#36659 (6.test): zone transfer '6.test/AXFR/IN' denied
          transfer-out-refused zone=6.test class=IN peer=127.0.0.1#36659 detail=denied
        client @0x7f0b3f8ac098 127.0.0.1#39763 (nosuch.test): bad zone transfer request: 'nosuch.test/IN': non-authoritative zone (NOTAUTH)
          transfer-out-refused zone=nosuch.test class=IN peer=127.0.0.1#39763 detail=non-authoritative zone (NOTAUTH)
        client @0x7f0b3f8adc98 127.0.0.1#43197 (b\195\188cher.test): bad zone transfer request: 'b\195\188cher.test/IN': non-authoritative zone (NOTAUTH)
          transfer-out-refused zone=b\195\188cher.test class=IN peer=127.0.0.1#43197 detail=non-authoritative zone (NOTAUTH)
        shutting down
          server-stopping
        exiting
          server-exiting
        managed-keys-zone/internal: loaded serial 0
          loaded view=internal serial=0 detail=managed-keys-zone
        zone 6.test/IN/internal: Transfer started.
          transfer-started zone=6.test class=IN view=internal
        transfer of '6.test/IN/internal' from ::1#5301: connected using ::1#5301 TSIG k1.example
          transfer-connected zone=6.test class=IN view=internal peer=::1#5301 key=k1.example detail=::1#5301
        zone 6.test/IN/internal: transferred serial 1558799284: TSIG 'k1.example'
          transferred zone=6.test class=IN view=internal serial=1558799284 key=k1.example
        transfer of '6.test/IN/internal' from ::1#5301: Transfer status: success
          transfer-status zone=6.test class=IN view=internal peer=::1#5301 detail=success
        transfer of '6.test/IN/internal' from ::1#5301: Transfer completed: 1 messages, 6 records, 252 bytes, 0.001 secs (252000 bytes/sec) (serial 1558799284)
          transfer-completed zone=6.test class=IN view=internal serial=1558799284 peer=::1#5301 detail=1 messages, 6 records, 252 bytes, 0.001 secs (252000 bytes/sec)
        zone dead.test/IN/internal: refresh: failure trying primary 127.0.0.9#5301 (source 0.0.0.0#0): connection refused
          refresh-failed zone=dead.test class=IN view=internal peer=127.0.0.9#5301 detail=connection refused
        transfer of 'example.test/IN/internal' from 127.0.0.1#5301: connected using 127.0.0.1#5301
          transfer-connected zone=example.test class=IN view=internal peer=127.0.0.1#5301 detail=127.0.0.1#5301
        zone example.test/IN/internal: transferred serial 1558799284
          transferred zone=example.test class=IN view=internal serial=1558799284
        transfer of 'example.test/IN/internal' from 127.0.0.1#5301: Transfer status: success
          transfer-status zone=example.test class=IN view=internal peer=127.0.0.1#5301 detail=success
        transfer of 'example.test/IN/internal' from 127.0.0.1#5301: Transfer completed: 1 messages, 6 records, 175 bytes, 0.001 secs (175000 bytes/sec) (serial 1558799284)
          transfer-completed zone=example.test class=IN view=internal serial=1558799284 peer=127.0.0.1#5301 detail=1 messages, 6 records, 175 bytes, 0.001 secs (175000 bytes/sec)
        received control channel command 'refresh example.test IN internal'
          command zone=example.test class=IN view=internal detail=refresh example.test IN internal
        zone example.test/IN/internal: serial number (1558725628) received from primary 127.0.0.1#5301 < ours (1558799284)
          rollback-offered zone=example.test class=IN view=internal serial=1558725628 previous=1558799284 peer=127.0.0.1#5301
        received control channel command 'retransfer example.test IN internal'
          command zone=example.test class=IN view=internal detail=retransfer example.test IN internal
        zone 6.test/IN/internal: loaded serial 1558799284
          loaded zone=6.test class=IN view=internal serial=1558799284
        client @0x7fac45008098 127.0.0.1#50997: view internal: received notify for zone 'example.test'
          notify-received zone=example.test view=internal peer=127.0.0.1#50997
        zone example.test/IN/internal: notify from 127.0.0.1#50997: serial 1558799300
          notify-newer zone=example.test class=IN view=internal serial=1558799300 peer=127.0.0.1#50997
        zone example.test/IN/internal: notify from 127.0.0.1#36950: zone is up to date
          notify-up-to-date zone=example.test class=IN view=internal peer=127.0.0.1#36950
        zone example.test/IN/internal: expired
          expired zone=example.test class=IN view=internal
        client @0x7fac45008098 127.0.0.1#47354: view internal: received notify for zone 'dy.test': not authoritative
          notify-refused zone=dy.test view=internal peer=127.0.0.1#47354 detail=not authoritative
        managed-keys-zone: loading from master file /var/lib/bind-lab/i/managed-keys.bind failed: file not found
          load-failed detail=managed-keys-zone: loading from master file /var/lib/bind-lab/i/managed-keys.bind failed: file not found
        zone in.test/IN (unsigned): loaded serial 2019052500
          loaded zone=in.test class=IN side=raw serial=2019052500
        zone un.test/IN (signed): loaded serial 1558725628
          loaded zone=un.test class=IN side=signed serial=1558725628
        zone un.test/IN (signed): receive_secure_serial: unchanged
          signing-note zone=un.test class=IN side=signed detail=receive_secure_serial: unchanged
        zone un.test/IN (signed): sending notifies (serial 1558725628)
          notify-sent zone=un.test class=IN side=signed serial=1558725628
        zone un.test/IN (signed): update_soa_serial:new serial would be lower than old serial, using increment method instead
          serial-incremented zone=un.test class=IN side=signed detail=new serial would be lower than old serial, using increment method instead
        zone in.test/IN (signed): serial 2019052503 (unsigned 2019052501)
          signed zone=in.test class=IN side=signed serial=2019052503 raw=2019052501
        zone in.test/IN (unsigned): ixfr-from-differences: new serial (2019052400) out of range [2019052502 - 4166536148]
          serial-out-of-range zone=in.test class=IN side=raw serial=2019052400 detail=2019052502 - 4166536148
        zone in.test/IN (unsigned): not loaded due to errors.
          load-failed zone=in.test class=IN side=raw detail=not loaded due to errors.
        received control channel command 'freeze dy.test'
          command zone=dy.test detail=freeze dy.test
        freezing zone 'dy.test/IN': success
          zone-frozen zone=dy.test class=IN detail=freezing zone 'dy.test/IN': success
        received control channel command 'thaw dy.test'
          command zone=dy.test detail=thaw dy.test
        thawing zone 'dy.test/IN': success
          zone-frozen zone=dy.test class=IN detail=thawing zone 'dy.test/IN': success
        zone dy.test/IN: journal file is out of date: removing journal file
          journal-stale zone=dy.test class=IN detail=journal file is out of date: removing journal file
        received control channel command 'sync -clean dy.test'
          command zone=dy.test detail=sync -clean dy.test
        sync: dumping zone 'dy.test/IN', removing journal file: success
          zone-dumped zone=dy.test class=IN detail=dumping zone 'dy.test/IN', removing journal file: success
        received control channel command 'zonestatus in.test'
          command zone=in.test detail=zonestatus in.test
        starting BIND 9.18.49-1~deb12u3-Debian (Extended Support Version) <id:>
          server-starting detail=9.18.49-1~deb12u3-Debian (Extended Support Version) <id:>
        running as: named -c named.conf -g
          server-running-as detail=named -c named.conf -g
        loading configuration from '/var/lib/bind-lab/g/named.conf'
          server-reloading detail=loading configuration from '/var/lib/bind-lab/g/named.conf'
        transfer of '' from 127.0.0.1#5301: connected using 127.0.0.1#5301
          transfer-connected peer=127.0.0.1#5301 detail=127.0.0.1#5301
        transfer of '' from 127.0.0.1#5301: failed while receiving responses: NOTAUTH
          transfer-failed peer=127.0.0.1#5301 detail=failed while receiving responses: NOTAUTH
        transfer of '' from 127.0.0.1#5301: Transfer status: NOTAUTH
          transfer-status peer=127.0.0.1#5301 detail=NOTAUTH
        transfer of '' from 127.0.0.1#5301: Transfer completed: 0 messages, 0 records, 0 bytes, 0.001 secs (0 bytes/sec) (serial 0)
          transfer-completed serial=0 peer=127.0.0.1#5301 detail=0 messages, 0 records, 0 bytes, 0.001 secs (0 bytes/sec)
        zone a\032b.test/IN: refresh: unexpected rcode (REFUSED) from primary 127.0.0.1#5301 (source 0.0.0.0#0)
          refresh-failed zone=a\032b.test class=IN peer=127.0.0.1#5301 detail=unexpected rcode (REFUSED)
        zone a\032b.test/IN: Transfer started.
          transfer-started zone=a\032b.test class=IN
        transfer of 'a\032b.test/IN' from 127.0.0.1#5301: connected using 127.0.0.1#5301
          transfer-connected zone=a\032b.test class=IN peer=127.0.0.1#5301 detail=127.0.0.1#5301
        transfer of 'a\032b.test/IN' from 127.0.0.1#5301: failed while receiving responses: NOTAUTH
          transfer-failed zone=a\032b.test class=IN peer=127.0.0.1#5301 detail=failed while receiving responses: NOTAUTH
        transfer of 'a\032b.test/IN' from 127.0.0.1#5301: Transfer status: NOTAUTH
          transfer-status zone=a\032b.test class=IN peer=127.0.0.1#5301 detail=NOTAUTH
        transfer of 'a\032b.test/IN' from 127.0.0.1#5301: Transfer completed: 0 messages, 0 records, 0 bytes, 0.001 secs (0 bytes/sec) (serial 0)
          transfer-completed zone=a\032b.test class=IN serial=0 peer=127.0.0.1#5301 detail=0 messages, 0 records, 0 bytes, 0.001 secs (0 bytes/sec)
        zone 6.test/IN: Transfer started.
          transfer-started zone=6.test class=IN
        zone dead.test/IN: refresh: failure trying primary 192.0.2.1#53 (source 0.0.0.0#0): connection refused
          refresh-failed zone=dead.test class=IN peer=192.0.2.1#53 detail=connection refused
        zone nosuch.test/IN: refresh: unexpected rcode (REFUSED) from primary 127.0.0.1#5301 (source 0.0.0.0#0)
          refresh-failed zone=nosuch.test class=IN peer=127.0.0.1#5301 detail=unexpected rcode (REFUSED)
        transfer of '6.test/IN' from 127.0.0.1#5301: connected using 127.0.0.1#5301
          transfer-connected zone=6.test class=IN peer=127.0.0.1#5301 detail=127.0.0.1#5301
        zone b\195\188cher.test/IN: refresh: unexpected rcode (REFUSED) from primary 127.0.0.1#5301 (source 0.0.0.0#0)
          refresh-failed zone=b\195\188cher.test class=IN peer=127.0.0.1#5301 detail=unexpected rcode (REFUSED)
        zone b\195\188cher.test/IN: zone transfer deferred due to quota
          transfer-deferred zone=b\195\188cher.test class=IN
        zone Example.TEST/IN: zone transfer deferred due to quota
          transfer-deferred zone=Example.TEST class=IN
        transfer of '6.test/IN' from 127.0.0.1#5301: failed while receiving responses: REFUSED
          transfer-failed zone=6.test class=IN peer=127.0.0.1#5301 detail=failed while receiving responses: REFUSED
        zone b\195\188cher.test/IN: Transfer started.
          transfer-started zone=b\195\188cher.test class=IN
        transfer of '6.test/IN' from 127.0.0.1#5301: Transfer status: REFUSED
          transfer-status zone=6.test class=IN peer=127.0.0.1#5301 detail=REFUSED
        transfer of '6.test/IN' from 127.0.0.1#5301: Transfer completed: 0 messages, 0 records, 0 bytes, 0.001 secs (0 bytes/sec) (serial 0)
          transfer-completed zone=6.test class=IN serial=0 peer=127.0.0.1#5301 detail=0 messages, 0 records, 0 bytes, 0.001 secs (0 bytes/sec)
        transfer of 'nosuch.test/IN' from 127.0.0.1#5301: failed while receiving responses: NOTAUTH
          transfer-failed zone=nosuch.test class=IN peer=127.0.0.1#5301 detail=failed while receiving responses: NOTAUTH
        transfer of 'nosuch.test/IN' from 127.0.0.1#5301: Transfer status: NOTAUTH
          transfer-status zone=nosuch.test class=IN peer=127.0.0.1#5301 detail=NOTAUTH
        transfer of 'b\195\188cher.test/IN' from 127.0.0.1#5301: connected using 127.0.0.1#5301
          transfer-connected zone=b\195\188cher.test class=IN peer=127.0.0.1#5301 detail=127.0.0.1#5301
        transfer of 'b\195\188cher.test/IN' from 127.0.0.1#5301: failed while receiving responses: NOTAUTH
          transfer-failed zone=b\195\188cher.test class=IN peer=127.0.0.1#5301 detail=failed while receiving responses: NOTAUTH
        transfer of 'b\195\188cher.test/IN' from 127.0.0.1#5301: Transfer status: NOTAUTH
          transfer-status zone=b\195\188cher.test class=IN peer=127.0.0.1#5301 detail=NOTAUTH
        transfer of 'b\195\188cher.test/IN' from 127.0.0.1#5301: Transfer completed: 0 messages, 0 records, 0 bytes, 0.001 secs (0 bytes/sec) (serial 0)
          transfer-completed zone=b\195\188cher.test class=IN serial=0 peer=127.0.0.1#5301 detail=0 messages, 0 records, 0 bytes, 0.001 secs (0 bytes/sec)
        zone Example.TEST/IN: transferred serial 1558725628
          transferred zone=Example.TEST class=IN serial=1558725628
        transfer of 'Example.TEST/IN' from 127.0.0.1#5301: Transfer status: success
          transfer-status zone=Example.TEST class=IN peer=127.0.0.1#5301 detail=success
        """;

    /// <summary>Messages that say nothing of serials, transfers, commands or the life of the server.</summary>
    private const string LeftOut =
        """
        the working directory is now '/var/lib/bind-lab/p'
        reading built-in trust anchors from file '/etc/bind/bind.keys'
        looking for GeoIP2 databases in '/usr/share/GeoIP'
        sizing zone task pool based on 2 zones
        no longer listening on 127.0.0.1#5301
        no longer listening on ::1#5301
        stopping command channel on 127.0.0.1#9531
        now using logging configuration from config file
        exclusive task mode: ended
        load_configuration: success
        zone_timer: zone un.test/IN (signed): enter
        managed-keys-zone: starting load
        zone_startload: managed-keys-zone: enter
        managed-keys-zone: creating SOA
        managed-keys-zone: loaded; checking validity
        zone in.test/IN (unsigned): starting load
        zone in.test/IN (unsigned): loaded; checking validity
        zone in.test/IN (signed): starting load
        zone in.test/IN (signed): no master file, requesting db
        calling free_rbtdb(in.test)
        zone_timer: zone un.test/IN (unsigned): enter
        zone un.test/IN (signed): loaded; checking validity
        managed-keys-zone: synchronizing trusted keys
        receive_secure_serial: zone un.test/IN (signed): enter
        journal file un.test.db.jbk does not exist, creating it
        zone un.test/IN (signed): reconfiguring zone keys
        zone un.test/IN (signed): zone_rekey:dns_dnssec_findmatchingkeys failed: not found
        zone un.test/IN (signed): zone_rekey:dns_zone_getdnsseckeys failed: not found
        Fetching un.test/ECDSAP256SHA256/10477 (CSK) from key repository.
        DNSKEY un.test/ECDSAP256SHA256/10477 (CSK) is now published
        DNSKEY un.test/ECDSAP256SHA256/10477 (CSK) is now active
        journal file un.test.db.signed.jnl does not exist, creating it
        zone un.test/IN (signed): next key event: 22-Nov-2026 20:07:20.813
        zone_journal_compact: zone un.test/IN (signed): target journal size 2216
        journal file in.test.db.jnl does not exist, creating it
        client @0x7f031852e098 127.0.0.1#55172: updating zone 'dy.test/IN': adding an RR at 'z.dy.test' A 127.0.0.4
        zone un.test/IN (signed): final reference detached
        managed-keys-zone: final reference detached
        zone in.test/IN (unsigned): final reference detached
        running on Linux x86_64 6.1.0-40-amd64 #1 SMP PREEMPT_DYNAMIC @0
        built with  '--build=x86_64-linux-gnu' '--prefix=/usr'
        found 2 CPUs, using 2 worker threads
        the initial working directory is '/var/lib/bind-lab/g'
        the working directory is now '/var/lib/bind-lab/g'
        set up managed keys zone for view _default, file '/var/lib/bind-lab/g/managed-keys.bind'
        not using config file logging statement for logging due to -g option
        """;

    public static TheoryData<string, string> UnderstoodMessages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var pair in Understood.Split('\n').Chunk(2))
            {
                data.Add(pair[0], pair[1].Trim());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(UnderstoodMessages))]
    public void ARealMessageIsUnderstood(string message, string expected) => Assert.Equal(expected, Found.In(message));

    [Fact]
    public void WhatSaysNothingOfZonesIsLeftOut()
    {
        var messages = LeftOut.Split('\n');

        Assert.True(messages.Length > 20);
        Assert.All(messages, message => Assert.Equal("-", Found.In(message)));
    }
}
