package perf

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func BenchmarkReads(b *testing.B) {
	for _, state := range []string{"live", "ended"} {
		parent, cancel := context.WithCancel(context.Background())
		ctx, _ := context.WithCancel(parent)
		if state == "ended" {
			cancel()
		}
		reads := map[string]func(){
			"err":   func() { sinkIf(ctx.Err() == context.DeadlineExceeded) },
			"cause": func() { sinkIf(context.Cause(ctx) == context.DeadlineExceeded) },
			"done": func() {
				select {
				case <-ctx.Done():
					sinkIf(state == "live")
				default:
					sinkIf(state == "ended")
				}
			},
		}
		for name, read := range reads {
			b.Run(name+"/"+named("state", state), func(b *testing.B) { alone(b, read) })
			b.Run("ByTwo/"+name+"/"+named("state", state), func(b *testing.B) { parallel(b, read) })
		}
	}
	limited, _ := context.WithTimeout(context.Background(), hour)
	deadline := func() {
		_, has := limited.Deadline()
		sinkIf(!has)
	}
	b.Run("Deadlines/deadline", func(b *testing.B) { alone(b, deadline) })
	b.Run("DeadlinesByTwo/deadline", func(b *testing.B) { parallel(b, deadline) })
	b.Run("BesideCancel/besideCancel", besideCancel)
}

// besideCancel reads one context while another goroutine builds and cancels stars of 100 below the same parent.
func besideCancel(b *testing.B) {
	parent, _ := context.WithCancel(context.Background())
	ctx, _ := context.WithCancel(parent)
	var over atomic.Bool
	var writer sync.WaitGroup
	writer.Add(1)
	go func() {
		defer writer.Done()
		for !over.Load() {
			sibling, cancel := context.WithCancel(parent)
			for i := 0; i < 100; i++ {
				_, _ = context.WithCancel(sibling)
			}
			cancel()
		}
	}()
	start := time.Now()
	for i := 0; i < b.N; i++ {
		sinkIf(ctx.Err() != nil)
	}
	b.ReportMetric(float64(time.Since(start).Nanoseconds())/float64(b.N), "read")
	over.Store(true)
	writer.Wait()
}

func BenchmarkValues(b *testing.B) {
	for _, number := range []int{1, 10, 100, 1000} {
		ctx := layers(number)
		var outermost, unbound any = key(0), key(-1)
		b.Run("hit/"+named("layers", number), func(b *testing.B) {
			alone(b, func() { sinkIf(ctx.Value(outermost) == nil) })
		})
		b.Run("miss/"+named("layers", number), func(b *testing.B) {
			alone(b, func() { sinkIf(ctx.Value(unbound) != nil) })
		})
	}
}

type key int

// layers returns a context with values of the given number of keys.
func layers(number int) context.Context {
	ctx := context.Background()
	for i := 0; i < number; i++ {
		ctx = context.WithValue(ctx, key(i), "value")
	}
	return ctx
}
