# The same as events.awk, for perl: perl events.pl 2019 FILE...
use strict;
use warnings;
use POSIX qw(strftime);

my $year = shift;
my ($n, %months, %served, %good) = (0);
$months{$_} = sprintf "%04d-%02d-", $year, ++$n for qw(Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec);
print "at_utc,observer,zone,kind,serial,serial_utc,previous_serial,peer\n";

my ($at, $host);

sub row {
    my ($zone, $kind, $serial, $previous, $peer) = @_;
    my $utc = $serial ne "" && $serial >= 1000000000 && $serial < 1980000000 ? strftime("%Y-%m-%dT%H:%M:%SZ", gmtime $serial) : "";
    print "$at,$host,$zone,$kind,$serial,$utc,$previous,$peer\n";
}

sub taken {
    my ($zone, $kind, $serial) = @_;
    row($zone, $kind, $serial, $served{$zone} // "", "");
    $served{$zone} = $serial;
}

while (<>) {
    next unless /^(\w{3}) ([ \d]\d) (\S+) (\S+) named\[\d+\]: /;
    my ($month, $day, $time) = ($1, $2, $3);
    $host = $4;
    my $body = substr $_, $+[0];
    $at = $months{$month} . ($day < 10 ? "0" . ($day + 0) : $day) . "T${time}Z";
    if ($body =~ m{^zone (\S+)/IN: }) {
        my ($zone, $rest) = ($1, substr $body, $+[0]);
        if ($rest =~ /^serial number \((\d+)\) received from (?:master|primary) (\S+) < ours \((\d+)\)$/) {
            $served{$zone} = $3;
            row($zone, "rollback-offered", $1, $3, $2);
        }
        elsif ($rest =~ /^notify from (\S+): serial (\d+)$/) { row($zone, "notify-newer", $2, "", $1) }
        elsif ($rest =~ /^notify from (\S+): zone is up to date$/) { row($zone, "notify-up-to-date", "", "", $1) }
        elsif ($rest =~ /^transferred serial (\d+)$/) { taken($zone, "transferred", $1) }
        elsif ($rest =~ /^sending notifies \(serial (\d+)\)$/) { taken($zone, "notify-sent", $1) }
        elsif ($rest =~ /^Transfer started\.$/) { $good{$zone} = 0; row($zone, "transfer-started", "", "", "") }
    }
    elsif ($body =~ m{^transfer of '(\S+)/IN' from (\S+): }) {
        my ($zone, $peer, $rest) = ($1, $2, substr $body, $+[0]);
        if ($rest =~ /^connected using /) { row($zone, "transfer-connected", "", "", $peer) }
        elsif ($rest =~ /^Transfer status: (.+)$/) { $good{$zone} = $1 eq "success"; row($zone, "transfer-status", "", "", $peer) }
        elsif ($rest =~ /^Transfer completed: .*\(serial (\d+)\)$/) {
            row($zone, "transfer-completed", $good{$zone} ? $1 : "", "", $peer);
            $good{$zone} = 0;
        }
    }
    elsif ($body =~ /^client \S+ (\S+): received notify for zone '([^']+)'$/) { row($2, "notify-received", "", "", $1) }
}
