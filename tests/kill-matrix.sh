#!/bin/sh
# Kills a check before each of its system calls that touch its state, its log or its output, in turn, and sees that
# nothing is lost (needs strace); and rotates with logrotate for longer than the usual tests do (needs logrotate).
# Takes some minutes.
set -eu
cd "$(dirname "$0")/.."
export LOGSERIALAUDIT_KILL_MATRIX=1
exec dotnet test tests/LogSerialAudit.Cli.Tests --filter 'FullyQualifiedName~KillTests|FullyQualifiedName~LogrotateTests' --logger 'console;verbosity=normal' "$@"
