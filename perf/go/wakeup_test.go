package perf

import (
	"context"
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

func BenchmarkWakeUp(b *testing.B) {
	for _, depth := range []int{1, 10, 100, 1000} {
		for _, waiters := range []int{1, 10, 100, 1000} {
			name := "cancel/" + named("depth", depth) + "/threads=platform/" + named("waiters", waiters)
			b.Run(name, func(b *testing.B) {
				nanos := make([]float64, b.N)
				for i := range nanos {
					nanos[i] = wakeUp(depth, waiters)
				}
				percentiles(b, nanos)
			})
		}
	}
}

// wakeUp returns the nanoseconds from a cancel at the top until every goroutine that waits at the bottom is awake.
func wakeUp(depth, waiters int) float64 {
	top, cancel := context.WithCancel(context.Background())
	bottom := top
	for i := 1; i < depth; i++ {
		bottom, _ = context.WithCancel(bottom)
	}
	var waiting, woken atomic.Int64
	for i := 0; i < waiters; i++ {
		go func() {
			waiting.Add(1)
			<-bottom.Done()
			woken.Add(1)
		}()
	}
	for waiting.Load() < int64(waiters) {
		runtime.Gosched()
	}
	time.Sleep(50 * time.Microsecond) // A counted goroutine may still be on its way to the channel.
	start := time.Now()
	cancel()
	for woken.Load() < int64(waiters) {
		runtime.Gosched()
	}
	return float64(time.Since(start))
}
