#!/bin/sh
# `make demo`: the sample reports go into a ledger, and it answers five questions. Every command stands above what it prints.
set -eu
PATH="$PWD/.venv/bin:$PATH"
mkdir -p build
rm -f build/demo.ledger*

ask() { # heading, command
    if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then printf '\n\033[1m%s\033[0m\n' "$1"; else printf '\n%s\n' "$1"; fi
    printf '$ %s\n' "$2"
    sh -c "$2"
}

ask "Sample reports of four outlets go into a ledger, one file" "onrecord add build/demo.ledger samples"
ask "S1  What does this report say? (all of it without head)" "onrecord read samples/troops-2020-09-continental.html | head -17"
ask "S2  How did the number develop?" \
    "onrecord series build/demo.ledger --of USA --in IRQ --measure troops --by quarter --plot build/iraq.svg"
ask "S3  Four reports say 3,000: how many sources is that?" "onrecord origins build/demo.ledger --fact 13:f2"
ask "S4  Where do reports contradict each other?" "onrecord conflicts build/demo.ledger --in AFG --measure troops"
ask "S5  Which promises were kept?" "onrecord promises build/demo.ledger --measure troops"
ask "All of it on one page that can be mailed" "onrecord export build/demo.ledger --format html -o build/demo.html"
printf '\nOpen build/iraq.svg and build/demo.html in a browser. Every number there leads to its sentence.\n'
printf 'Then read a report of your own: .venv/bin/onrecord read FILE; docs/tutorial.md goes on from here.\n'
