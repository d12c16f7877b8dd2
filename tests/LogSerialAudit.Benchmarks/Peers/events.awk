# The events of a made log as CSV, as "logserialaudit extract --columns ..." of compare.sh writes them. It knows the shapes of
# that log only, one form of stamp, and is told the year: so much less than the program that it is a fair bound from below.
# Works with mawk and gawk: awk -v year=2019 -f events.awk FILE...

BEGIN {
    OFS = ","
    split("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", names, " ")
    for (i = 1; i <= 12; i++) months[names[i]] = sprintf("%04d-%02d-", year, i)
    for (i = 1; i <= 31; i++) days[i] = sprintf("%02dT", i)
    print "at_utc", "observer", "zone", "kind", "serial", "serial_utc", "previous_serial", "peer"
}

$5 !~ /^named\[[0-9]+\]:$/ { next }

$6 == "zone" && $8 == "serial" && $NF ~ /^\(/ && $(NF - 1) == "ours" {
    zone = substr($7, 1, length($7) - 4)
    offered = substr($10, 2, length($10) - 2)
    held = substr($NF, 2, length($NF) - 2)
    served[zone] = held
    row("rollback-offered", offered, held, $14)
    next
}

$6 == "zone" && $8 == "notify" {
    zone = substr($7, 1, length($7) - 4)
    peer = substr($10, 1, length($10) - 1)
    if ($11 == "serial") row("notify-newer", $12, "", peer)
    else row("notify-up-to-date", "", "", peer)
    next
}

$6 == "zone" && $8 == "Transfer" {
    zone = substr($7, 1, length($7) - 4)
    good[zone] = 0
    row("transfer-started", "", "", "")
    next
}

$6 == "zone" && $8 == "transferred" { zone = substr($7, 1, length($7) - 4); taken("transferred", $10); next }
$6 == "zone" && $8 == "sending" { zone = substr($7, 1, length($7) - 4); taken("notify-sent", substr($11, 1, length($11) - 1)); next }

$6 == "transfer" {
    zone = substr($8, 2, length($8) - 5)
    peer = substr($10, 1, length($10) - 1)
    if ($11 == "connected") row("transfer-connected", "", "", peer)
    else if ($12 == "status:") { good[zone] = $13 == "success"; row("transfer-status", "", "", peer) }
    else { row("transfer-completed", good[zone] ? substr($NF, 1, length($NF) - 1) : "", "", peer); good[zone] = 0 }
    next
}

$6 == "client" && $9 == "received" { zone = substr($13, 2, length($13) - 2); row("notify-received", "", "", substr($8, 1, length($8) - 1)) }

function taken(kind, serial) {
    row(kind, serial, served[zone], "")
    served[zone] = serial
}

function row(kind, serial, previous, peer) {
    # Seconds since 1970, and no YYYYMMDDnn.
    utc = serial + 0 >= 1000000000 && serial + 0 < 1980000000 ? strftime("%Y-%m-%dT%H:%M:%SZ", serial, 1) : ""
    print months[$1] days[$2] $3 "Z", $4, zone, kind, serial, utc, previous, peer
}
