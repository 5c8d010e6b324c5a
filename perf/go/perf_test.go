// Package perf measures Go's own context by the benchmarks of the report, under the same names and with the same
// parameters. A time is what one goroutine spends on one operation, also where two goroutines run it at once.
// Many cancel functions are discarded on purpose: contexts that stay live are part of what is measured.
package perf

import (
	"fmt"
	"sort"
	"sync"
	"testing"
	"time"
)

const hour = time.Hour

// sink takes what a benchmark computes, so that the compiler does not remove the computation.
var sink any

// named returns the part of a benchmark's name that stands for a parameter.
func named(name string, value any) string { return fmt.Sprintf("%s=%v", name, value) }

// alone runs the operation in one goroutine and reports its time and allocations.
func alone(b *testing.B, op func()) {
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		op()
	}
}

// parallel runs the operation in two goroutines and reports the time that each of them spends on one.
func parallel(b *testing.B, op func()) {
	parallelWith(b, func() func() { return op })
}

// parallelWith is parallel with an operation for each goroutine, which own makes.
func parallelWith(b *testing.B, own func() func()) {
	b.ResetTimer()
	start := time.Now()
	var both sync.WaitGroup
	for g := 0; g < 2; g++ {
		both.Add(1)
		go func() {
			defer both.Done()
			op := own()
			for i := 0; i < b.N; i++ {
				op()
			}
		}()
	}
	both.Wait()
	b.ReportMetric(float64(time.Since(start).Nanoseconds())/float64(b.N), "ns/op")
}

// sinkIf uses the result of a read, so that the compiler does not remove the read. Its argument is always false.
func sinkIf(never bool) {
	if never {
		panic("a context is not in the state that it was put in")
	}
}

// percentiles reports the percentiles of the given values, from the median (p50) to the greatest (p100).
func percentiles(b *testing.B, nanos []float64) {
	sort.Float64s(nanos)
	for name, share := range map[string]float64{"p50": 0.5, "p90": 0.9, "p99": 0.99, "p999": 0.999, "p100": 1} {
		at := int(share*float64(len(nanos))+0.999999) - 1
		b.ReportMetric(nanos[max(0, min(at, len(nanos)-1))], name)
	}
}
