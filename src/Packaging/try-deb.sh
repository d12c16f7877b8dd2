#!/usr/bin/env bash
# try-deb.sh DEB: installs the package in an empty root that has a shell and the C library and nothing else, tries what it
# brings, removes and purges it, and fails where anything is not as it should be. Needs root, or user namespaces; no network.
set -euo pipefail
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"

deb=$(realpath "$1")
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if [ "$(id -u)" -ne 0 ]; then
    exec unshare --user --map-root-user "$0" "$deb"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
fail() { echo "try-deb.sh: $*" >&2; exit 1; }

# A program of this machine, and the libraries that it is linked with.
bring() {
    local file
    for file in "$@"; do
        mkdir -p "$root$(dirname "$file")"
        cp -L "$file" "$root$file"
        ldd "$file" 2>/dev/null | grep -oE '/[^ ]+' | while read -r library; do
            [ -e "$root$library" ] || { mkdir -p "$root$(dirname "$library")" && cp -L "$library" "$root$library"; }
        done
    done
}

mkdir -p "$root"/{bin,usr/bin,etc,tmp,var/lib/dpkg/{info,updates},var/log}
chmod 1777 "$root/tmp"
# dpkg takes an empty folder of the last package that knew it; in a real root there are others.
: >"$root/etc/hostname"
bring /bin/sh "$(command -v rm)" "$(command -v cat)"
# The program wants no more than libc6 has; ldd of the package's own program says so below.
bring "$(dpkg -L libc6 | grep -E '/libc\.so\.6$' | head -1)" "$(dpkg -L libc6 | grep -E '/libm\.so\.6$' | head -1)"
ln -sf rm "$root/bin/true"
dpkg -s libc6 | grep -vE '^(Depends|Recommends|Suggests|Breaks|Conflicts|Replaces|Provides|Conffiles| /etc)' >"$root/var/lib/dpkg/status"
echo >>"$root/var/lib/dpkg/status"
: >"$root/var/lib/dpkg/available"

run_dpkg() { dpkg --root="$root" --log=/dev/null "$@"; }
listed() { (cd "$root" && find . -path ./var/lib/dpkg -prune -o -print | sort); }
inside() { chroot "$@" </dev/null; }

listed >"$work/before"
run_dpkg --install "$deb" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail 'it does not install'; }
[ "$(dpkg --root="$root" -s logserialaudit | sed -n 's/^Status: //p')" = 'install ok installed' ] || fail 'it is not installed'

echo "files: $(dpkg --root="$root" -L logserialaudit | wc -l), program: $(stat -c %s "$root/usr/bin/logserialaudit") bytes"
(cd "$root" && md5sum --quiet -c var/lib/dpkg/info/logserialaudit.md5sums) || fail 'its files are not those of its list'

# The sample's report, byte for byte, by root and by nobody in particular.
cp -r "$repository/samples/balug-2019-05" "$root/tmp/samples"
mkdir -p "$root/tmp/run/samples" && mv "$root/tmp/samples" "$root/tmp/run/samples/balug-2019-05"
chmod -R a+rX "$root/tmp"
report="cd /tmp/run && logserialaudit report --log-zone America/Los_Angeles 'samples/balug-2019-05/linuxmafia/daemon.log*'"
inside "$root" /bin/sh -c "$report" >"$work/report" || fail "report ended with $?"
cmp "$work/report" "$repository/samples/balug-2019-05/expected/report.txt" || fail 'the report is another than expected'
if [ "$(awk 'NR == 1 { print $3 }' /proc/self/uid_map)" != 1 ]; then
    inside --userspec=65534:65534 "$root" /bin/sh -c "$report" | cmp - "$work/report" || fail 'another user has another report'
fi

inside "$root" /bin/sh -c 'cd /tmp/run && logserialaudit check --log-zone America/Los_Angeles --state /tmp/run/state samples/balug-2019-05/linuxmafia/daemon.log' >"$work/check" && code=0 || code=$?
[ "$code" -le 1 ] && [ -s "$root/tmp/run/state" ] || fail "check ended with $code"
inside "$root" /usr/bin/logserialaudit --version
for shell in bash zsh fish; do
    completion=$(cd "$root/usr/share" && ls bash-completion/completions/logserialaudit zsh/vendor-completions/_logserialaudit fish/vendor_completions.d/logserialaudit.fish | grep "^$shell")
    inside "$root" /usr/bin/logserialaudit completion "$shell" | cmp - "$root/usr/share/$completion" || fail "the completions for $shell are not the program's"
done
for format in ignore violations; do
    inside "$root" /usr/bin/logserialaudit messages --format "logcheck-$format" |
        cmp - "$(ls "$root/usr/share/doc/logserialaudit/examples/logcheck/$format".d*/logserialaudit)" || fail "the rules of logcheck-$format are not the program's"
done
for command in $(inside "$root" /usr/bin/logserialaudit --help | sed -nE '/^Commands:/,/^$/s/^  ([a-z]+) .*/\1/p'); do
    zcat "$root/usr/share/man/man1/logserialaudit-$command.1.gz" | grep -q '^\.SH EXAMPLES' || fail "the page of $command is not whole"
done

if command -v systemd-analyze >/dev/null; then
    : >"$work/said"
    for unit in service timer; do
        systemd-analyze --root="$root" --man=no verify "$root/lib/systemd/system/logserialaudit.$unit" 2>&1 | grep -F logserialaudit | grep -v 'sysinit.target not found' >>"$work/said" || true
    done
    [ ! -s "$work/said" ] || { cat "$work/said" >&2; fail 'systemd finds faults in the units'; }
    systemd-analyze security --offline=true --root="$root" logserialaudit.service 2>/dev/null | tail -1 || true
fi

# What was left behind by a check goes with the package.
mkdir -p "$root/var/lib/logserialaudit"
touch "$root/var/lib/logserialaudit/state"
rm -rf "$root/tmp/run"
run_dpkg --remove logserialaudit >"$work/log" 2>&1 || { cat "$work/log" >&2; fail 'it can not be removed'; }
[ ! -e "$root/usr/bin/logserialaudit" ] && [ -e "$root/etc/default/logserialaudit" ] || fail 'removing leaves the program or takes the configuration'
run_dpkg --purge logserialaudit >"$work/log" 2>&1 || { cat "$work/log" >&2; fail 'it can not be purged'; }
listed >"$work/after"
diff "$work/before" "$work/after" || fail 'it leaves something behind'
echo 'installed, tried, removed: nothing is left'
