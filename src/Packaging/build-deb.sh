#!/usr/bin/env bash
# build-deb.sh [FOLDER]: builds logserialaudit_VERSION_ARCHITECTURE.deb into FOLDER (else the current folder) and prints its
# path. Needs the .NET SDK, gcc, libc6-dev, binutils and dpkg-deb. The same source gives the same bytes.
set -euo pipefail
export LC_ALL=C TZ=UTC DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
umask 022

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source=$(dirname "$here")
output=$(mkdir -p "${1:-.}" && cd "${1:-.}" && pwd)
name=logserialaudit
fail() { echo "build-deb.sh: $*" >&2; exit 1; }

# The version and the day of the package are those of the changelog's first entry; the program's version has to fit.
version=$(sed -nE "1s/^$name \(([^)]+)\).*/\1/p" "$here/debian/changelog")
entry=$(sed -nE '/^ -- /{s/^ -- (.*)  (.*)/\2/p;q}' "$here/debian/changelog")
maintainer=$(sed -nE '/^ -- /{s/^ -- (.*)  (.*)/\1/p;q}' "$here/debian/changelog")
grep -q "<Version>${version%-*}</Version>" "$source/Directory.Build.props" ||
    fail "debian/changelog says $version, and src/Directory.Build.props another <Version>"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date -d "$entry" +%s)}
export SOURCE_DATE_EPOCH

architecture=$(dpkg --print-architecture)
case $architecture in
    amd64) rid=linux-x64 ;;
    arm64) rid=linux-arm64 ;;
    *) fail "no Native AOT for $architecture here" ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root doc=$work/root/usr/share/doc/$name

# Paths of this machine are not to be in the program, and nothing of this build in the source.
dotnet publish "$source/LogSerialAudit.Cli" -c Release -r "$rid" -p:PublishAot=true -p:ContinuousIntegrationBuild=true \
    -p:PathMap="$source=/usr/src/$name%2C$work=/usr/src/build" --artifacts-path "$work/artifacts" -o "$work/publish" >"$work/publish.log" 2>&1 || { cat "$work/publish.log" >&2; fail "dotnet publish"; }
! grep -E 'warning (IL|AOT)' "$work/publish.log" >&2 || fail "the program is not whole when it is trimmed"

put() { install -D -m "$1" "$2" "$3"; }
make() { mkdir -p "$(dirname "$1")" && "${@:2}" >"$1"; }

put 755 "$work/publish/$name" "$root/usr/bin/$name"
strip --strip-unneeded --remove-section=.comment "$root/usr/bin/$name"
program=$root/usr/bin/$name

# Made of the program's own definitions.
make "$root/usr/share/man/man1/$name.1" "$program" man
for command in $("$program" --help | sed -nE '/^Commands:/,/^$/s/^  ([a-z]+) .*/\1/p'); do
    make "$root/usr/share/man/man1/$name-$command.1" "$program" man "$command"
done
make "$root/usr/share/bash-completion/completions/$name" "$program" completion bash
make "$root/usr/share/zsh/vendor-completions/_$name" "$program" completion zsh
make "$root/usr/share/fish/vendor_completions.d/$name.fish" "$program" completion fish
make "$doc/examples/logcheck/ignore.d.server/$name" "$program" messages --format logcheck-ignore
make "$doc/examples/logcheck/violations.d/$name" "$program" messages --format logcheck-violations

put 644 "$here/examples/cron.d" "$doc/examples/cron.d"
put 644 "$here/systemd/$name.service" "$root/lib/systemd/system/$name.service"
put 644 "$here/systemd/$name.timer" "$root/lib/systemd/system/$name.timer"
put 644 "$here/debian/default" "$root/etc/default/$name"
put 644 "$here/debian/copyright" "$doc/copyright"
put 644 "$here/debian/README.Debian" "$doc/README.Debian"
put 644 "$here/debian/changelog" "$doc/changelog.Debian"
put 644 "$here/debian/lintian-overrides" "$root/usr/share/lintian/overrides/$name"

# What the runtime that is compiled in has of others.
packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
notices=$(find "$packages/microsoft.netcore.app.runtime.nativeaot.$rid" -name THIRD-PARTY-NOTICES.TXT | sort -V | tail -1)
[ -n "$notices" ] || fail "the runtime's notices are not in $packages"
put 644 "$notices" "$doc/THIRD-PARTY-NOTICES"
gzip -9n "$root"/usr/share/man/man1/*.1 "$doc/changelog.Debian" "$doc/THIRD-PARTY-NOTICES"

mkdir "$root/DEBIAN"
put 755 "$here/debian/prerm" "$root/DEBIAN/prerm"
put 755 "$here/debian/postrm" "$root/DEBIAN/postrm"
echo "/etc/default/$name" >"$root/DEBIAN/conffiles"
libc=$(objdump -T "$program" | grep -oE 'GLIBC_[0-9.]+' | sort -uV | tail -1)
others=$(objdump -p "$program" | sed -nE 's/^ +NEEDED +//p' | grep -vE '^(libc|libm|libdl|libpthread|librt|ld-linux.*)\.so' || true)
[ -z "$others" ] || fail "the program wants $others, which the package does not depend on"
size=$(cd "$root" && find . -path ./DEBIAN -prune -o -type f -printf '%s\n' | awk '{ kib += int(($1 + 1023) / 1024) } END { print kib }')
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@MAINTAINER@/$maintainer/" -e "s/@SIZE@/$size/" \
    -e "s/@LIBC@/${libc#GLIBC_}/" "$here/debian/control.in" >"$root/DEBIAN/control"
(cd "$root" && find . -path ./DEBIAN -prune -o -type f -printf '%P\n' | grep -v '^etc/' | sort | xargs md5sum) >"$root/DEBIAN/md5sums"
chmod 644 "$root"/DEBIAN/{control,conffiles,md5sums}

find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
deb=$output/${name}_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz -z6 --threads-max=1 --build "$root" "$deb" >/dev/null
echo "$deb"
