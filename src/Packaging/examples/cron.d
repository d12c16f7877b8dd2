# An hourly check whose text cron mails, for /etc/cron.d/logserialaudit.
# It does nothing while logserialaudit.timer is active: one of the two is enough.
#
# The user logcheck comes with the package logcheck and is in the group adm; any
# other who may read the logs will do, with a state file of its own.

MAILTO=root

17 * * * * logcheck [ ! -x /usr/bin/logserialaudit ] || systemctl -q is-active logserialaudit.timer 2>/dev/null || logserialaudit check --state /var/lib/logcheck/logserialaudit.state
