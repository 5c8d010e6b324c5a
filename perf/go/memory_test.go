package perf

import (
	"context"
	"runtime"
	"testing"
)

func BenchmarkMemory(b *testing.B) {
	parent, _ := context.WithCancel(context.Background())
	kinds := map[string]func() any{
		"withCancel":    func() any { ctx, _ := context.WithCancel(parent); return ctx },
		"withTimeout":   func() any { ctx, _ := context.WithTimeout(parent, hour); return ctx },
		"withValue":     func() any { return context.WithValue(parent, key(0), "value") },
		"withoutCancel": func() any { return context.WithoutCancel(parent) },
		"callback":      func() any { return context.AfterFunc(parent, func() {}) },
	}
	for name, kind := range kinds {
		b.Run(name, func(b *testing.B) {
			const many = 100000
			made := make([]any, many)
			before := used()
			for i := range made {
				made[i] = kind()
			}
			b.ReportMetric(float64(used()-before)/many, "bytes")
			runtime.KeepAlive(made)
		})
	}
}

func BenchmarkHeap(b *testing.B) {
	lives := map[string]func(parent context.Context){
		"ofChildren": func(parent context.Context) {
			_, cancel := context.WithCancel(parent)
			cancel()
		},
		"ofChildrenWithCallbacks": func(parent context.Context) {
			child, cancel := context.WithCancel(parent)
			context.AfterFunc(child, func() {})
			cancel()
		},
	}
	for name, live := range lives {
		b.Run(name, func(b *testing.B) {
			const children = 1000000
			parent, cancel := context.WithCancel(context.Background())
			before := used()
			for i := 0; i < children; i++ {
				live(parent)
			}
			b.ReportMetric(max(0, float64(used()-before)/children), "bytes")
			cancel()
		})
	}
}

// used returns the bytes of all reachable objects.
func used() int64 {
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}
