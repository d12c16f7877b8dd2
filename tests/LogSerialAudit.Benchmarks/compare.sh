#!/usr/bin/env bash
# Compares LogSerialAudit with other programs that extract the same events from the same logs. See --help.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

usage() {
    cat <<'END'
Compares LogSerialAudit with other programs that extract the same events from the
same logs to the same CSV, and shows medians of ratios of wall time and the peak
memory of each as Markdown tables.

  tests/LogSerialAudit.Benchmarks/compare.sh [OPTION...]
      makes the logs (the same each time), runs all programs in turn, several
      rounds, and compares their answers. A few minutes.
  tests/LogSerialAudit.Benchmarks/compare.sh growth [OPTION...]
      time and memory of extract and report on logs of --sizes MB, and whether
      the time grows linearly. Ten gigabytes need 12 GB of room.
  tests/LogSerialAudit.Benchmarks/compare.sh zones [OPTION...]
      the cost of an event with --zone-counts zones in the dense log.

  --sparse MB      size of the log with 0.1 % event lines    (default 1000)
  --dense MB       size of the log of nearly only events     (default 260)
  --zones N        zones of the dense log                    (default 10000)
  --rounds N       rounds                                    (default 5)
  --threads LIST   --threads of LogSerialAudit               (default "1 2")
  --corpora LIST   of "sparse dense"                         (default both)
  --forms LIST     of "plain gzip"                           (default both)
  --peers LIST     of "mawk gawk perl rg igzip zgrep lnav"   (default all)
  --sizes LIST     MB, for growth                            (default "100 1000 10000")
  --zone-counts L  for zones                                 (default "100 10000 1000000")
  --program FILE   a LogSerialAudit that is built            (default: publishes one)
  --jit FILE       a logserialaudit.dll to compare with it   (default: none)
  --folder DIR     where logs and results are kept           (default: a new folder
                   in ${TMPDIR:-/tmp}, removed at the end)

The figures of the README: --sparse 2150 --dense 524 --rounds 3, on a machine that
does nothing else. Peers that are not installed are named and left out; Debian has
them in mawk gawk perl ripgrep isal gzip lnav time.
END
}

die() { echo "compare.sh: $*" >&2; exit 2; }

mode=compare sparse=1000 dense=260 zones=10000 rounds=5 threads="1 2" corpora="sparse dense" forms="plain gzip"
peers="mawk gawk perl rg igzip zgrep lnav" sizes="100 1000 10000" zone_counts="100 10000 1000000" program="" jit="" folder=""
while [ $# -gt 0 ]; do
    case $1 in
        -h | --help) usage; exit 0 ;;
        growth | zones) mode=$1; shift; continue ;;
        --sparse | --dense | --zones | --rounds | --threads | --corpora | --forms | --peers | --sizes | --zone-counts | --program | --jit | --folder)
            [ $# -gt 1 ] || die "$1 needs a value; see --help"
            name=${1#--}
            printf -v "${name//-/_}" '%s' "$2"
            shift 2 ;;
        *) die "$1 is no option; see --help" ;;
    esac
done
for number in $sparse $dense $zones $rounds $threads $sizes $zone_counts; do
    [[ $number =~ ^[1-9][0-9]*$ ]] || die "$number is not a number above 0"
done

export LC_ALL=C TZ=UTC
has() { command -v "$1" >/dev/null; }
wants() { [[ " $peers " == *" $1 "* ]]; }
[ -x /usr/bin/time ] || die "GNU time is needed for the peak memory: apt install time"
if [ -z "$folder" ]; then
    folder=$(mktemp -d "${TMPDIR:-/tmp}/logserialaudit.XXXXXX")
    trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder/results"
folder=$(cd "$folder" && pwd)

for tool in mawk gawk perl rg igzip zgrep lnav; do
    if wants $tool && ! has $tool; then
        echo "$tool is not installed; its runs are left out."
        peers=" $peers "; peers=${peers/ $tool / }
    fi
done

echo "Building ..." >&2
dotnet build "$here" -c Release --nologo -v quiet >&2
maker=(dotnet "$here/bin/Release/net10.0/LogSerialAudit.Benchmarks.dll")
if [ -z "$program" ]; then
    dotnet publish "$root/src/LogSerialAudit.Cli" -c Release -p:PublishAot=true -o "$folder/program" --nologo -v quiet >&2
    program=$folder/program/logserialaudit
fi
[ -x "$program" ] || die "$program is no program"

# The log NAME of MB megabytes over ZONES zones, as plain files; in a folder of its own beside it packed, where asked for.
make_log() {
    local name=$1 megabytes=$2 zone_count=$3 pack=$4 into=$folder/$1-$2-$3 file
    if [ ! -e "$into/made" ]; then
        echo "Making the $name log of $megabytes MB ..." >&2
        "${maker[@]}" corpus "$name" "$into/plain" "$megabytes" "$zone_count" >&2
        touch "$into/made"
    fi
    if [ "$pack" = gzip ] && [ ! -e "$into/packed" ]; then
        mkdir -p "$into/gzip"
        for file in "$into"/plain/*; do gzip -6 -c "$file" >"$into/gzip/${file##*/}.gz"; touch -r "$file" "$into/gzip/${file##*/}.gz"; done
        touch "$into/packed"
    fi
}

# The files of a folder, oldest first.
files() { printf '%s\n' "$1"/daemon.log.* | sort -t. -k3,3nr | tr '\n' ' '; }

columns=at_utc,observer,zone,kind,serial,serial_utc,previous_serial,peer
extract() { echo "$1 extract --log-zone UTC --threads $2 --columns $columns $3"; }
awk_of() { echo "$1 -v year=2019 -f $here/Peers/events.awk"; }

# Runs a command, its output to a file; adds its seconds and KB of peak memory to the results of a run.
measure() {
    local run=$1 command=$2 output=$3 begin end
    begin=$EPOCHREALTIME
    /usr/bin/time -f %M -o "$folder/memory" bash -c "set -o pipefail; $command" >"$output" || die "failed: $command"
    end=$EPOCHREALTIME
    echo "$(((${end/./} - ${begin/./}))) $(tail -n 1 "$folder/memory")" >>"$folder/results/$run"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
seconds_of() { awk '{ print $1 / 1e6 }' "$folder/results/$1" | median; }
memory_of() { awk '{ print $2 / 1024 }' "$folder/results/$1" | sort -n | tail -n 1; }
ratio_of() { paste "$folder/results/$1" "$folder/results/$2" | awk '{ print $1 / $3 }' | median; }

declare -A commands notes
order=()
add() { order+=("$1"); commands[$1]=$2; notes[$1]=${3:-}; }

# All runs over one corpus in one form.
list_runs() {
    local corpus=$1 form=$2 logs=$3 all count filter="named["
    all=$(files "$logs")
    order=()
    for count in $threads; do add "ours-$count" "$(extract "$program" "$count" "$logs")"; done
    if [ -n "$jit" ]; then add "jit-${threads##* }" "$(extract "dotnet $jit" "${threads##* }" "$logs")"; fi
    if [ "$form" = plain ]; then
        wants mawk && add mawk "$(awk_of mawk) $all"
        wants gawk && add gawk "$(awk_of gawk) $all"
        wants perl && add perl "perl $here/Peers/events.pl 2019 $all"
        # One thread, because with more the files come in any order.
        wants rg && wants mawk && add "rg -F to mawk" "rg -j1 --no-filename -N -F '$filter' $all | $(awk_of mawk)"
    else
        wants mawk && add "gzip to mawk" "gzip -dc $all | $(awk_of mawk)"
        wants rg && wants mawk && add "rg -z -F to mawk" "rg -j1 -z --no-filename -N -F '$filter' $all | $(awk_of mawk)"
        wants zgrep && wants mawk && add "zgrep -F to mawk" "zgrep -h -F '$filter' $all | $(awk_of mawk)"
        wants igzip && wants mawk && add "igzip to mawk" "igzip -dc $all | $(awk_of mawk)"
        wants igzip && wants rg && wants mawk && add "igzip to rg -F to mawk" "igzip -dc $all | rg -N -F '$filter' | $(awk_of mawk)"
        wants igzip && add "igzip" "igzip -dc $all >/dev/null" "extracts nothing"
    fi
    if wants lnav; then
        mkdir -p "$folder/home"
        add lnav "HOME=$folder/home lnav -n -f $here/Peers/events.sql $all"
    fi
}

# What lnav can say: it knows no state, so no served serial before, and no time of a serial.
lnav_part() { awk -F, 'NR > 1 { print $1, $2, $3, $4, $4 == "transfer-completed" ? "" : $5, $4 == "rollback-offered" ? $7 : "", $8 }' "$1"; }
lnav_answer() { awk -F, 'NR > 1 { gsub(/<NULL>/, ""); print $1, $2, $3, $4, $4 == "transfer-completed" ? "" : $5, $6, $7 }' "$1"; }

compare_answer() {
    local run=$1 output=$2 reference=$3
    case $run in
        igzip) ;;
        lnav)
            if cmp -s <(lnav_part "$reference" | sort) <(lnav_answer "$output" | sort); then
                notes[$run]="agrees in what it can tell: no state, so no serial before"
            elif cmp -s <(lnav_part "$reference" | cut -c5- | sort) <(lnav_answer "$output" | cut -c5- | sort); then
                notes[$run]="agrees but for the year, and for what needs state"
            else
                notes[$run]="DIFFERS"
            fi ;;
        *) if cmp -s "$output" "$reference"; then notes[$run]="same answer"; else notes[$run]="DIFFERS"; fi ;;
    esac
}

compare_corpus() {
    local corpus=$1 form=$2 size zone_count run round logs reference=$folder/reference output=$folder/output
    size=${!corpus}
    zone_count=$([ "$corpus" = dense ] && echo "$zones" || echo 200)
    make_log "$corpus" "$size" "$zone_count" "$form"
    logs=$folder/$corpus-$size-$zone_count/$form
    list_runs "$corpus" "$form" "$logs"
    rm -f "$folder"/results/*
    for ((round = 0; round < rounds; round++)); do
        for run in "${order[@]}"; do
            # One round of the slowest is enough to tell.
            if [ "$run" = lnav ] && [ "$round" -gt 0 ]; then tail -n 1 "$folder/results/lnav" >>"$folder/results/lnav.more"; continue; fi
            echo "$corpus $form, round $((round + 1)) of $rounds: $run" >&2
            if [ "$run" = "${order[0]}" ]; then
                measure "$run" "${commands[$run]}" "$reference"
                notes[$run]="$(($(wc -l <"$reference") - 1)) events"
            else
                measure "$run" "${commands[$run]}" "$output"
                [ "$round" -gt 0 ] || compare_answer "$run" "$output" "$reference"
            fi
        done
    done
    if [ -e "$folder/results/lnav.more" ]; then cat "$folder/results/lnav.more" >>"$folder/results/lnav"; fi
    print_table "$corpus" "$form" "$logs"
}

print_table() {
    local corpus=$1 form=$2 logs=$3 run count
    printf '\n%s %s: %s MB of text in %d files%s, %d lines\n\n' "$corpus" "$form" "${!corpus}" \
        "$(files "$logs" | wc -w)" \
        "$([ "$form" = gzip ] && echo ", $(du -cm "$logs"/* | tail -n 1 | cut -f1) MB packed")" "$(cat "${logs%/*}"/plain/* | wc -l)"
    printf '| program | seconds | MB/s | peak MiB |'
    for count in $threads; do printf ' %s of ours, %s |' "$([ "$count" = 1 ] && echo "1 thread" || echo "$count threads")" "is ... of its time"; done
    printf ' answer |\n|---|---|---|---|'
    for count in $threads; do printf -- '---|'; done
    printf -- '---|\n'
    for run in "${order[@]}"; do
        printf '| %s | %.2f | %.0f | %.1f |' "$(name_of "$run")" "$(seconds_of "$run")" "$(awk -v s="$(seconds_of "$run")" -v mb="${!corpus}" 'BEGIN { print mb / s }')" "$(memory_of "$run")"
        for count in $threads; do printf ' %.3f |' "$(ratio_of "ours-$count" "$run")"; done
        printf ' %s |\n' "${notes[$run]}"
    done
}

name_of() {
    case $1 in
        ours-1) echo "LogSerialAudit, 1 thread" ;;
        ours-*) echo "LogSerialAudit, ${1#ours-} threads" ;;
        jit-*) echo "LogSerialAudit under the JIT, ${1#jit-} threads" ;;
        *) echo "$1" ;;
    esac
}

# The whole report beside extract, and the start beside perl's: with what the script needs that extracts (POSIX), and with nothing.
compare_report() {
    local logs round last=${threads##* } sample="$root/samples/balug-2019-05/linuxmafia"
    rm -f "$folder"/results/*
    make_log dense "$dense" "$zones" gzip
    logs=$folder/dense-$dense-$zones/gzip
    for ((round = 0; round < rounds; round++)); do
        echo "report, round $((round + 1)) of $rounds" >&2
        measure extract "$(extract "$program" "$last" "$logs")" /dev/null
        measure report "$program report --log-zone UTC --threads $last $logs" /dev/null
    done
    for ((round = 0; round < rounds * 10; round++)); do
        measure bare "perl -e 1" /dev/null
        measure perl "perl -MPOSIX=strftime -e 1" /dev/null
        measure version "$program --version" /dev/null
        measure sample "$program report --log-zone America/Los_Angeles $sample" /dev/null
    done
    printf '\n| run | seconds | peak MiB | ratio |\n|---|---|---|---|\n'
    printf '| report on dense gzip, %s threads | %.2f | %.1f | %.3f of extract |\n' "$last" "$(seconds_of report)" "$(memory_of report)" "$(ratio_of report extract)"
    printf '| --version | %.4f | %.1f | %.3f of perl -MPOSIX=strftime -e 1, %.3f of perl -e 1 |\n' \
        "$(seconds_of version)" "$(memory_of version)" "$(ratio_of version perl)" "$(ratio_of version bare)"
    printf '| report on the sample | %.4f | %.1f | %.3f of perl -MPOSIX=strftime -e 1, %.3f of perl -e 1 |\n' \
        "$(seconds_of sample)" "$(memory_of sample)" "$(ratio_of sample perl)" "$(ratio_of sample bare)"
}

growth() {
    local corpus size zone_count last=${threads##* } logs what
    printf '\n| log | MB | extract s | MB/s | peak MiB | report s | MB/s | peak MiB |\n|---|---|---|---|---|---|---|---|\n'
    for corpus in $corpora; do
        zone_count=$([ "$corpus" = dense ] && echo "$zones" || echo 200)
        for size in $sizes; do
            make_log "$corpus" "$size" "$zone_count" plain
            logs=$folder/$corpus-$size-$zone_count/plain
            measure_both "$logs"
            printf '| %s | %s |' "$corpus" "$size"
            for what in extract report; do
                printf ' %.2f | %.0f | %.1f |' "$(seconds_of $what)" "$(awk -v s="$(seconds_of $what)" -v mb="$size" 'BEGIN { print mb / s }')" "$(memory_of $what)"
            done
            echo
            rm -rf "${logs%/*}"
        done
    done
}

measure_both() {
    local last=${threads##* } round
    rm -f "$folder"/results/*
    for ((round = 0; round < rounds; round++)); do
        measure extract "$(extract "$program" "$last" "$1")" /dev/null
        measure report "$program report --log-zone UTC --threads $last $1" /dev/null
    done
}

zone_costs() {
    local count logs lines
    printf '\n| zones | lines | extract ns a line | peak MiB | report ns a line | peak MiB |\n|---|---|---|---|---|---|\n'
    for count in $zone_counts; do
        make_log dense "$dense" "$count" plain
        logs=$folder/dense-$dense-$count/plain
        lines=$(cat "$logs"/* | wc -l)
        measure_both "$logs"
        printf '| %s | %s |' "$count" "$lines"
        for what in extract report; do
            printf ' %.0f | %.1f |' "$(awk -v s="$(seconds_of $what)" -v n="$lines" 'BEGIN { print s * 1e9 / n }')" "$(memory_of $what)"
        done
        echo
    done
}

echo "$(date +%F), $(nproc) processors, $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo), $(. /etc/os-release; echo "$PRETTY_NAME"); $("$program" --version)"
case $mode in
    compare)
        for corpus in $corpora; do for form in $forms; do compare_corpus "$corpus" "$form"; done; done
        compare_report ;;
    growth) growth ;;
    zones) zone_costs ;;
esac
