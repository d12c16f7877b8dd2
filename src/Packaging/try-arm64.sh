#!/usr/bin/env bash
# try-arm64.sh [FOLDER]: publishes the program for linux-arm64 into FOLDER (else nowhere that stays), as one file with the runtime
# inside, and starts it under QEMU: its version, and the report of the sample, byte for byte. Needs the .NET SDK, qemu-aarch64-static
# (Debian: qemu-user-static), and apt-get with the network for the C library of arm64, which it unpacks aside and does not install.
set -euo pipefail
export LC_ALL=C TZ=UTC DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
fail() { echo "try-arm64.sh: $*" >&2; exit 1; }
command -v qemu-aarch64-static >/dev/null || fail 'there is no qemu-aarch64-static (Debian: qemu-user-static)'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
output=$(mkdir -p "${1:-$work/publish}" && cd "${1:-$work/publish}" && pwd)

dotnet publish "$repository/src/LogSerialAudit.Cli" -c Release -r linux-arm64 --self-contained -p:PublishTrimmed=true -p:PublishSingleFile=true \
    -p:DebugType=none --artifacts-path "$work/artifacts" -o "$output" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail 'dotnet publish'; }
! grep -E 'warning (IL|AOT)' "$work/log" >&2 || fail 'the program is not whole when it is trimmed'

# What a machine has on which nothing else is installed; this machine's own lists of packages stay as they are.
mkdir -p "$work"/{root,packages,apt/lists/partial,apt/cache/archives/partial}
: >"$work/apt/status"
apt=(apt-get -q -o APT::Architecture=arm64 -o APT::Architectures::=arm64 -o APT::Sandbox::User= -o "Dir::State=$work/apt"
    -o "Dir::State::Lists=$work/apt/lists" -o "Dir::State::status=$work/apt/status" -o "Dir::Cache=$work/apt/cache")
"${apt[@]}" update >"$work/log" 2>&1 || { cat "$work/log" >&2; fail 'apt-get update'; }
(cd "$work/packages" && "${apt[@]}" download libc6:arm64 libgcc-s1:arm64 libstdc++6:arm64 zlib1g:arm64) >"$work/log" 2>&1 || { cat "$work/log" >&2; fail 'apt-get download'; }
for package in "$work"/packages/*.deb; do
    dpkg -x "$package" "$work/root"
done

cd "$repository"
program=(qemu-aarch64-static -L "$work/root" "$output/logserialaudit")
"${program[@]}" --version
"${program[@]}" report --log-zone America/Los_Angeles 'samples/balug-2019-05/linuxmafia/daemon.log*' >"$work/report" || fail "report ended with $?"
cmp "$work/report" samples/balug-2019-05/expected/report.txt || fail 'the report is another than expected'
echo "started, and the report is as expected: $(stat -c %s "$output/logserialaudit") bytes"
