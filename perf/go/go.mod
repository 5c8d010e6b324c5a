module cascata.dev/perf

go 1.22
